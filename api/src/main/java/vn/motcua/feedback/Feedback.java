package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One case, for its sender or for the units it lies with. What a reader may not see is absent.
 *
 * @param dueOn the date that the unit has to keep now
 * @param guidance where to go instead, when it reads like a complaint or a denunciation
 * @param question asked of the sender after an answer: is it solved?
 * @param moves what this reader may do with it now
 */
record Feedback(
        String code,
        FeedbackKind kind,
        FeedbackState state,
        String stateLabel,
        String title,
        String text,
        String place,
        UnitRef agency,
        String procedureCode,
        String dossierCode,
        Subject subject,
        String subjectLabel,
        Integer matter,
        Track track,
        String trackLabel,
        String guidance,
        OffsetDateTime sentAt,
        OffsetDateTime changedAt,
        LocalDate dueOn,
        WaitingTimes times,
        int reopened,
        Boolean solved,
        String question,
        Publication published,
        List<HistoryEntry> history,
        List<Attachment> attachments,
        List<Move> moves,
        Sender sender,
        Handlings handling) {
    Feedback {
        history = List.copyOf(history);
        attachments = List.copyOf(attachments);
        moves = List.copyOf(moves);
    }

    /** Working days since it was sent, by who had to act. Together they are all of them. */
    record WaitingTimes(int units, int sender, int atRest) {}

    /** What happened, in the order of time. {@code text} is what the unit or the sender wrote to the other. */
    record HistoryEntry(OffsetDateTime at, Move move, String label, FeedbackState state, UnitRef agency, String text) {}

    /** A file of the case. */
    record Attachment(UUID id, String name, String mediaType, long bytes, boolean scanned, OffsetDateTime addedAt) {}

    /** What only units see. */
    record Handlings(
            UnitRef firstUnit,
            boolean trackByOfficer,
            String repeatedOf,
            List<StepDeadline> deadlines,
            List<HandOver> assignments,
            List<SimilarCase> similar,
            List<IdentityHints.Hint> hints) {}

    /** A date of the unit that holds the case. {@code source} is the rule. */
    record StepDeadline(
            LimitStep step, String label, int workingDays, LocalDate dueOn, boolean overdue, String source) {}

    /** One hand-over. */
    record HandOver(
            UnitRef unit,
            Assignment.Action action,
            LocalDate startedOn,
            LocalDate finishedOn,
            Assignment.Outcome outcome,
            int workingDays,
            boolean late) {}

    /** A case that may be about the same. */
    record SimilarCase(
            String code,
            double likeness,
            boolean sameSender,
            boolean sameProcedure,
            boolean samePlace,
            FeedbackState state,
            UnitRef agency) {}

    @Override
    public String toString() {
        return "Feedback[" + code + "]";
    }
}
