package vn.motcua.dossier;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.notification.Notice;

/** Which news cannot wait for the end of quiet hours: that of a legal deadline within a working day, and nothing else. */
@Singleton
class Urgency {
    private final Supplier<WorkingCalendar> calendar;
    private final int workingDays;
    private final Clock clock;

    @Inject
    Urgency(Calendars calendars, DossierConfig config, Clock clock) {
        this(calendars::current, config.urgentWithinDays(), clock);
    }

    Urgency(Supplier<WorkingCalendar> calendar, int workingDays, Clock clock) {
        this.calendar = calendar;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Whether a deadline ends today or on one of the next working days that count as near. */
    boolean isNear(OffsetDateTime deadline, OffsetDateTime now) {
        if (!deadline.isAfter(now)) {
            return false;
        }
        var last = Deadline.date(deadline);
        var today = Deadline.date(now);
        try {
            return !today.isBefore(calendar.get().subtractWorkingDays(last, workingDays));
        } catch (CalendarYearMissing unknownDays) {
            return !today.plusDays(workingDays).isBefore(last);
        }
    }

    /** @param respondBy until when applicants have to act, by dossier */
    DossierNews.Told marked(DossierNews.Told told, Map<String, OffsetDateTime> respondBy) {
        var now = OffsetDateTime.now(clock);
        var near = respondBy.entrySet().stream()
                .filter(one -> isNear(one.getValue(), now))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (near.isEmpty()) {
            return told;
        }
        List<Notice> notices = told.notices().stream()
                .map(notice -> notice.kind() == Notice.Kind.DOSSIER_STATUS && near.containsKey(notice.dossierCode())
                        ? notice.urgently()
                        : notice)
                .toList();
        return new DossierNews.Told(notices, told.ended(), told.offered(), told.invited());
    }
}
