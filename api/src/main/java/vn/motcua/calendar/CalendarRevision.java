package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One publication, as it stays for ever.
 *
 * @param author subject of the token it was published with
 */
record CalendarRevision(
        long revision,
        String subject,
        int version,
        OffsetDateTime publishedAt,
        String author,
        String reason,
        List<KnownYear.Day> days,
        List<OfficeRule> rules) {
    /** What stands in the column: days for a year, rules for office hours. */
    @RegisterForReflection
    record Content(OpenPoints openPoints, List<KnownYear.Day> days, List<OfficeRule> rules) {}
}
