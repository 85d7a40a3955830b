package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.Deadline.Wait;
import vn.motcua.dossier.Folded.Moment;

/**
 * Whether a dossier was handled in time, by the six rules of metric 2.1 of the index of QĐ 766. One pure function, so that
 * every report says the same of the same dossier.
 */
public enum Timeliness {
    /** Never accepted, or nothing to compare with: in no rate. */
    NOT_COUNTED,
    /** Ended on an earlier date than the appointment (trước hạn). */
    EARLY,
    /** Ended on the date of the appointment and not after it (đúng hạn), or still open or awaited before it. */
    ON_TIME,
    /** Ended, or still open, after the appointment or the limit; or asked the applicant more than once (quá hạn). */
    OVERDUE;

    /**
     * What is judged. Every time is null where it is not known.
     *
     * @param accepted false for what was only submitted, and for what was refused at reception (status 1 and 3)
     * @param readyAt Đã xử lý xong
     * @param returnedAt Đã trả kết quả
     * @param stoppedAt stop, refusal or withdrawal
     * @param supplementRequestedAt since when the applicant's papers are awaited, while they are
     * @param supplementRequests how often they were asked for
     * @param waits finished waits for a supplement
     * @param appointment NgayHenTra
     * @param longestLimit the longest limit of the procedure, for a dossier without an appointment
     */
    public record Handling(
            boolean accepted,
            OffsetDateTime receivedAt,
            OffsetDateTime readyAt,
            OffsetDateTime returnedAt,
            OffsetDateTime stoppedAt,
            OffsetDateTime supplementRequestedAt,
            int supplementRequests,
            List<Wait> waits,
            OffsetDateTime appointment,
            Limit longestLimit) {
        public Handling {
            waits = List.copyOf(waits);
        }

        /**
         * What the steps of a dossier come to. All counted waiting is taken out, also that for a payment: the clock stood
         * still then as well.
         *
         * @param timeline at least one step, in order
         * @param appointment the date that binds the agency, null when it never gave one
         */
        static Handling of(
                List<Moment> timeline, OffsetDateTime receivedAt, OffsetDateTime appointment, Limit longestLimit) {
            var pauses = Pauses.of(timeline, receivedAt);
            var status = timeline.getLast().status();
            return new Handling(
                    status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED,
                    receivedAt,
                    since(timeline, EnumSet.of(DossierStatus.RESULT_READY)),
                    since(timeline, EnumSet.of(DossierStatus.RETURNED)),
                    since(timeline, EnumSet.of(DossierStatus.STOPPED, DossierStatus.WITHDRAWAL_REQUESTED)),
                    status == DossierStatus.SUPPLEMENT_REQUESTED
                            ? since(timeline, EnumSet.of(DossierStatus.SUPPLEMENT_REQUESTED))
                            : null,
                    pauses.supplements(),
                    pauses.waits(),
                    appointment,
                    longestLimit);
        }

        /** The first such step since the dossier was last in work; a result that was recalled is none. */
        private static OffsetDateTime since(List<Moment> timeline, Set<DossierStatus> statuses) {
            OffsetDateTime at = null;
            for (var moment : timeline) {
                if (moment.status().clock() == ClockState.RUNNING) {
                    at = null;
                } else if (at == null && statuses.contains(moment.status())) {
                    at = moment.occurredAt();
                }
            }
            return at;
        }

        boolean finished() {
            return readyAt != null || returnedAt != null || stoppedAt != null;
        }

        /** Rules 2, 3 and 6: what counts as the end. */
        OffsetDateTime end(OffsetDateTime periodEnd) {
            return Stream.of(readyAt, returnedAt, stoppedAt, supplementRequestedAt)
                    .flatMap(time -> Optional.ofNullable(time).stream())
                    .findFirst()
                    .orElse(periodEnd);
        }
    }

    /** @param periodEnd when the report's period ends: what is unfinished is compared with it */
    public static Timeliness of(Handling handling, Deadline deadline, OffsetDateTime periodEnd) {
        if (!handling.accepted() || handling.receivedAt() == null) {
            return NOT_COUNTED;
        }
        if (handling.supplementRequests() > 1) {
            return OVERDUE;
        }
        var end = handling.end(periodEnd);
        if (handling.appointment() != null) {
            return compared(handling, end, handling.appointment());
        }
        if (handling.longestLimit() == null) {
            return NOT_COUNTED;
        }
        var due = deadline.due(handling.receivedAt(), handling.longestLimit(), handling.waits());
        return compared(handling, end, due);
    }

    private static Timeliness compared(Handling handling, OffsetDateTime end, OffsetDateTime due) {
        if (end.isAfter(due)) {
            return OVERDUE;
        }
        boolean earlier = Deadline.date(end).isBefore(Deadline.date(due));
        return handling.finished() && earlier ? EARLY : ON_TIME;
    }
}
