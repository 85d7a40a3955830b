package vn.motcua.dossier;

/**
 * Dossiers of one agency (and field) in a period, by the states at its two ends. Whatever the rule:
 * {@code carriedOver + received() + reopened() = done() + open() + paused()}.
 *
 * @param field null where fields are not told apart, empty where a dossier names none
 * @param receivedOnline received in the period, online
 * @param receivedDesk at the desk, or nobody said how
 * @param receivedPost by post
 * @param carriedOver not done when the period began
 * @param reopenedOnline done before the period, and not done at its end: taken up again; filed online
 * @param doneUndated done without a date to compare with; likewise of the others
 * @param days of those finished in the period: calendar days from reception to the result, added up
 */
public record DossierCount(
        String agency,
        String field,
        long receivedOnline,
        long receivedDesk,
        long receivedPost,
        long carriedOver,
        long reopenedOnline,
        long reopenedOffline,
        long doneEarly,
        long doneOnTime,
        long doneOverdue,
        long doneUndated,
        long openInTime,
        long openOverdue,
        long openUndated,
        long pausedInTime,
        long pausedOverdue,
        long pausedUndated,
        long finished,
        double days) {
    public static DossierCount none(String agency, String field) {
        return new DossierCount(agency, field, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public long received() {
        return receivedOnline + receivedDesk + receivedPost;
    }

    public long reopened() {
        return reopenedOnline + reopenedOffline;
    }

    public long done() {
        return doneEarly + doneOnTime + doneOverdue + doneUndated;
    }

    public long open() {
        return openInTime + openOverdue + openUndated;
    }

    public long paused() {
        return pausedInTime + pausedOverdue + pausedUndated;
    }

    /** Early ones included; those without a date are in no rate. */
    public long onTime() {
        return doneEarly + doneOnTime + openInTime + pausedInTime;
    }

    public long overdue() {
        return doneOverdue + openOverdue + pausedOverdue;
    }

    public long undated() {
        return doneUndated + openUndated + pausedUndated;
    }

    /** Both together, under this one's names. */
    public DossierCount plus(DossierCount o) {
        return new DossierCount(
                agency,
                field,
                receivedOnline + o.receivedOnline,
                receivedDesk + o.receivedDesk,
                receivedPost + o.receivedPost,
                carriedOver + o.carriedOver,
                reopenedOnline + o.reopenedOnline,
                reopenedOffline + o.reopenedOffline,
                doneEarly + o.doneEarly,
                doneOnTime + o.doneOnTime,
                doneOverdue + o.doneOverdue,
                doneUndated + o.doneUndated,
                openInTime + o.openInTime,
                openOverdue + o.openOverdue,
                openUndated + o.openUndated,
                pausedInTime + o.pausedInTime,
                pausedOverdue + o.pausedOverdue,
                pausedUndated + o.pausedUndated,
                finished + o.finished,
                days + o.days);
    }
}
