package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.Deadline.Wait;
import vn.motcua.dossier.Folded.Moment;

/**
 * Where a dossier waited for its applicant. The waiting for one supplement is taken out of the agency's time; an agency that
 * asks more than once is counted overdue, and what it waits then is its own time (index of QĐ 766, metric 2.1).
 *
 * @param waits finished waits since reception that do not count against the agency, in order
 * @param supplements how often the applicant was asked for papers since reception
 */
record Pauses(List<Wait> waits, int supplements) {
    private static final int SUPPLEMENTS_ALLOWED = 1;
    private static final Pauses NONE = new Pauses(List.of(), 0);

    Pauses {
        waits = List.copyOf(waits);
    }

    /** @param received null while not received: no time runs that could be stopped */
    static Pauses of(List<Moment> timeline, OffsetDateTime received) {
        if (received == null) {
            return NONE;
        }
        var waits = new ArrayList<Wait>();
        int supplements = 0;
        Moment before = null;
        for (var moment : timeline) {
            if (before != null && stops(before.status(), supplements)) {
                add(waits, before.occurredAt(), moment.occurredAt(), received);
            }
            if (isRequest(moment, before) && !moment.occurredAt().isBefore(received)) {
                supplements++;
            }
            before = moment;
        }
        return new Pauses(waits, supplements);
    }

    boolean moreThanOneSupplement() {
        return supplements > SUPPLEMENTS_ALLOWED;
    }

    private static boolean stops(DossierStatus status, int supplements) {
        return status.clock() == ClockState.PAUSED
                && (status != DossierStatus.SUPPLEMENT_REQUESTED || supplements <= SUPPLEMENTS_ALLOWED);
    }

    /** News of the same request (another paper, another official) is no second request. */
    private static boolean isRequest(Moment moment, Moment before) {
        return moment.status() == DossierStatus.SUPPLEMENT_REQUESTED
                && (before == null || before.status() != DossierStatus.SUPPLEMENT_REQUESTED);
    }

    /** The clock starts at reception: what was waited for before it does not count. */
    private static void add(List<Wait> waits, OffsetDateTime from, OffsetDateTime to, OffsetDateTime received) {
        var start = from.isBefore(received) ? received : from;
        if (start.isBefore(to)) {
            waits.add(new Wait(start, to));
        }
    }
}
