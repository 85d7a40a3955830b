package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.dossier.Deadline.Wait;

/**
 * What the dates that the agency gave come to. The first one binds. The agency may put it off once, in writing with an
 * apology (form 04), at the latest one day before it is due (NĐ 61/2018, kept by NĐ 118/2025). What is put off again, or
 * after the date has passed, is shown and flagged but binds nobody: the date that is judged stays.
 *
 * @param binding the date that the agency is judged by, with later waits for the applicant; null when it never gave one
 * @param given the date that it gave last
 * @param extensions how often it put the date off
 * @param extendedAt when it first did
 * @param extensionLate whether one was written later than a day before the date
 */
record Appointment(
        OffsetDateTime binding,
        OffsetDateTime given,
        int extensions,
        OffsetDateTime extendedAt,
        boolean extensionLate) {
    static final Appointment NONE = new Appointment(null, null, 0, null, false);

    /** One is lawful; a second one is flagged. */
    static final int EXTENSIONS_ALLOWED = 1;

    boolean extendedTooOften() {
        return extensions > EXTENSIONS_ALLOWED;
    }

    /**
     * @param waits counted waits for the applicant, in order
     * @param noticeDays how many days before the date an extension must be written
     */
    static Appointment of(List<Promise> promises, List<Wait> waits, Deadline deadline, int noticeDays) {
        if (promises.isEmpty()) {
            return NONE;
        }
        var held = promises.getFirst();
        int extensions = 0;
        OffsetDateTime extendedAt = null;
        boolean late = false;
        for (var next : promises.subList(1, promises.size())) {
            var expected = deadline.moved(held.dueAt(), between(waits, held.at(), next.at()));
            if (!next.dueAt().isAfter(expected) || awaited(waits, next.at())) {
                held = next;
                continue;
            }
            extensions++;
            extendedAt = extendedAt == null ? next.at() : extendedAt;
            late |= Deadline.date(next.at()).isAfter(Deadline.date(expected).minusDays(noticeDays));
            if (extensions <= EXTENSIONS_ALLOWED && !next.at().isAfter(expected)) {
                held = next;
            }
        }
        var binding = deadline.moved(held.dueAt(), between(waits, held.at(), OffsetDateTime.MAX));
        return new Appointment(binding, promises.getLast().dueAt(), extensions, extendedAt, late);
    }

    /** A date given while the applicant is awaited foresees that waiting; it is no extension. */
    private static boolean awaited(List<Wait> waits, OffsetDateTime at) {
        return waits.stream().anyMatch(wait -> at.isAfter(wait.from()) && at.isBefore(wait.to()));
    }

    /** The waits, or what of them lies between two moments. */
    private static List<Wait> between(List<Wait> waits, OffsetDateTime from, OffsetDateTime to) {
        return waits.stream()
                .filter(wait -> wait.to().isAfter(from) && wait.from().isBefore(to))
                .map(wait -> new Wait(
                        wait.from().isBefore(from) ? from : wait.from(),
                        wait.to().isAfter(to) ? to : wait.to()))
                .toList();
    }
}
