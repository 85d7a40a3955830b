package vn.motcua.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A case as it is sent.
 *
 * @param agency whom it is for; absent: the agency of the dossier, or the national receiver
 * @param sender required for feedback, where the law asks for it
 */
@RegisterForReflection
record FeedbackInput(
        FeedbackKind kind,
        String title,
        String text,
        String place,
        String agency,
        String procedureCode,
        String dossierCode,
        Subject subject,
        Sender sender) {
    @Override
    public String toString() {
        return "FeedbackInput";
    }
}
