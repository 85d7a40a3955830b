package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * That a rating will stand in the ledger by a day. One that is not kept is evidence, like RFC 9162's signed certificate
 * timestamp.
 *
 * @param id of its leaf, which the receipt makes
 * @param commitment to agency, questionnaire and answers
 * @param by the first head signed after the end of this day (Vietnam's) has the leaf
 */
@RegisterForReflection
record RatingPromise(
        String id,
        String commitment,
        String agency,
        String questionnaire,
        int version,
        LocalDate by,
        String keyId,
        String signature) {
    static RatingPromise of(Leaf.Stamp rating, Mixer.Pile pile, LocalDate by, LedgerSigner.Signed signed) {
        return new RatingPromise(
                LeafSecret.text(rating.id()),
                LeafSecret.text(rating.commitment()),
                pile.agency(),
                pile.questionnaire(),
                pile.version(),
                by,
                signed.keyId(),
                signed.signature());
    }
}
