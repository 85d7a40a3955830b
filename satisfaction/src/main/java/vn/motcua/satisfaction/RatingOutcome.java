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

    /** It is older than so many days, stands in the ledger, or was mixed with others and cannot be found any more. */
    record Fixed(int editDays) implements RatingOutcome {}

    record Expired(LocalDate lastDay) implements RatingOutcome {}

    record Unknown() implements RatingOutcome {}
}
