package vn.motcua.satisfaction;

import java.time.LocalDate;
import java.util.Optional;

/** What came of an attempt to rate. */
sealed interface RatingOutcome {
    /** Counted, now or by the same request before. */
    record Counted(String receipt, Optional<RatingPromise> promise) implements RatingOutcome {}

    /** The ticket was used with other answers. */
    record UsedOtherwise() implements RatingOutcome {}

    /** The receipt does not belong to the ticket, or the ticket was not used yet. */
    record WrongReceipt() implements RatingOutcome {}

    /** It was mixed with others and cannot be found any more. */
    record Mixed() implements RatingOutcome {}

    record Expired(LocalDate lastDay) implements RatingOutcome {}

    record Unknown() implements RatingOutcome {}
}
