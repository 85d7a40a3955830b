package vn.motcua.feedback;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What an agency and its units did with feedback (PAKN; repair cases are not among them) in a period, both days included. A case
 * counts once for the agency, however often it was handed over inside it.
 *
 * @param carriedOver lay with the agency when the period began
 * @param received came to the agency in the period
 * @param answeredInTime answered in the period, every step that was taken within its time
 * @param answeredLate answered in the period, a step came late or the answer is not published in time
 * @param passedOnInTime refused, returned, forwarded or guided elsewhere in the period, in time
 * @param passedOnLate the same, late
 * @param openInTime lay with the agency at the end of the period (or today, when that is earlier), not past its date
 * @param openOverdue the same, past its date
 * @param conduct of the cases in the period, those about conduct of officials
 * @param regulation those about regulations
 * @param bothSubjects those about both
 * @param disliked those whose published answer has more dislikes than likes
 * @param repeated those that a sender had to send again after an answer
 * @param unsatisfied late or overdue, disliked, or repeated: the union, each case once
 * @param reopened cases whose sender found an answer unfit in the period
 * @param published cases whose answer was published in the period
 */
public record FeedbackFigures(
        String agency,
        LocalDate from,
        LocalDate to,
        long carriedOver,
        long received,
        long answeredInTime,
        long answeredLate,
        long passedOnInTime,
        long passedOnLate,
        long openInTime,
        long openOverdue,
        long conduct,
        long regulation,
        long bothSubjects,
        long disliked,
        long repeated,
        long unsatisfied,
        long reopened,
        long published) {
    public FeedbackFigures {
        requireNonNull(agency, "agency");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to < from");
        }
    }

    /** Cases in the period: those that were there and those that came. */
    public long total() {
        return carriedOver + received;
    }

    /** Cases with no step late and not overdue: the numerator of metric 5.2 of the 766 index, {@link #total()} below it. */
    public long onTime() {
        return answeredInTime + passedOnInTime + openInTime;
    }

    /** Numerator of the satisfaction with handling (metric 6.x of the 766 index), {@link #total()} below it. */
    public long satisfied() {
        return total() - unsatisfied;
    }
}
