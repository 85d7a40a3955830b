package vn.motcua.satisfaction;

import java.time.LocalDate;

/** What came of an attempt to rate. */
sealed interface RatingOutcome {
    /** Counted, now or by the same request before. */
    record Counted(String receipt) implements RatingOutcome {}

    /** The ticket was used with other answers. */
    record UsedOtherwise() implements RatingOutcome {}

    record Expired(LocalDate lastDay) implements RatingOutcome {}

    record Unknown() implements RatingOutcome {}
}
