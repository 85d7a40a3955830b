package vn.motcua.quality;

/**
 * Feedback of one agency or unit and kind in a period. An item counts once for each that was in charge of it, as QĐ 766 measures.
 * {@code carriedOver + received = handledOnTime + handledLate + openInTime + openOverdue}.
 *
 * @param unit the agency in charge
 * @param carriedOver in hand when the period began
 * @param received new in the period
 * @param handledLate finished for this unit with any applicable step late
 * @param published items whose answer was published in the period, whenever they were handed over
 * @param unsatisfied overdue, disliked (dislikes over likes) or repeated; each item once
 */
public record PetitionCount(
        String unit,
        Kind kind,
        long carriedOver,
        long received,
        long handledOnTime,
        long handledLate,
        long openInTime,
        long openOverdue,
        long published,
        long unsatisfied) {
    /** What an item is about. */
    public enum Kind {
        /** Conduct of officials (hành vi hành chính). */
        CONDUCT,
        /** Regulations and procedures (quy định hành chính). */
        REGULATION,
        BOTH,
        OTHER
    }

    public long total() {
        return carriedOver + received;
    }

    public long onTime() {
        return handledOnTime + openInTime;
    }
}
