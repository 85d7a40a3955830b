package vn.motcua.feedback;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case as it is stored.
 *
 * @param personKey null once the identity was removed, like {@code sender}
 * @param repeatedOf an earlier case of the same sender on the same matter that had been answered
 * @param publication null while nothing is public
 */
record Petition(
        String code,
        FeedbackKind kind,
        OffsetDateTime sentAt,
        UUID personKey,
        byte[] sender,
        byte[] content,
        String procedureCode,
        String dossierCode,
        String firstUnit,
        String repeatedOf,
        Standing standing,
        Publication publication,
        int likes,
        int dislikes) {
    Petition with(Standing changed) {
        return new Petition(
                code,
                kind,
                sentAt,
                personKey,
                sender,
                content,
                procedureCode,
                dossierCode,
                firstUnit,
                repeatedOf,
                changed,
                publication,
                likes,
                dislikes);
    }

    @Override
    public String toString() {
        return "Petition[" + code + "]";
    }
}
