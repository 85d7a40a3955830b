package vn.motcua.dossier;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarYearMissing;

/** The moments at which something is to be told about a date, in order. Pure. */
record WatchPlan(List<Stage> stages) {
    private static final WatchPlan NOTHING = new WatchPlan(List.of());

    /** What is told. */
    enum Kind {
        /** So many working days are left. */
        DUE_IN_DAYS,
        /** So many office hours are left. */
        DUE_IN_HOURS,
        /** The date has passed. */
        OVERDUE
    }

    /** @param at told as soon as it is later than this */
    record Stage(Kind kind, OffsetDateTime at) {}

    /**
     * @param dueSoonDays 0 for never
     * @param dueSoonHours 0 for never
     */
    record Rules(int dueSoonDays, int dueSoonHours) {
        static Rules of(DossierConfig.Watch config) {
            return new Rules(config.dueSoonDays(), config.dueSoonHours());
        }
    }

    WatchPlan {
        stages = List.copyOf(stages);
    }

    /** A warning that lies before the reception is left out: whoever files for tomorrow knows it. */
    static WatchPlan of(OffsetDateTime due, OffsetDateTime receivedAt, Deadline deadline, Rules rules) {
        if (due == null) {
            return NOTHING;
        }
        var overdue = new Stage(Kind.OVERDUE, due);
        try {
            var warnings = Stream.of(
                            rules.dueSoonDays() > 0
                                    ? new Stage(Kind.DUE_IN_DAYS, deadline.workingDaysBefore(due, rules.dueSoonDays()))
                                    : null,
                            rules.dueSoonHours() > 0
                                    ? new Stage(
                                            Kind.DUE_IN_HOURS,
                                            deadline.officeTimeBefore(due, Duration.ofHours(rules.dueSoonHours())))
                                    : null)
                    .flatMap(stage -> Optional.ofNullable(stage).stream())
                    .filter(stage -> receivedAt == null || stage.at().isAfter(receivedAt));
            return new WatchPlan(Stream.concat(warnings, Stream.of(overdue)).toList());
        } catch (CalendarYearMissing unknownDays) {
            return new WatchPlan(List.of(overdue));
        }
    }

    /** What is true now: of several moments that have passed, the last one. */
    Optional<Stage> reached(OffsetDateTime now) {
        return stages.stream().filter(stage -> stage.at().isBefore(now)).reduce((earlier, later) -> later);
    }

    /** When to look again, null for never. */
    OffsetDateTime next(OffsetDateTime now) {
        return stages.stream()
                .map(Stage::at)
                .filter(at -> !at.isBefore(now))
                .findFirst()
                .orElse(null);
    }

    /** When to look first, null for never. */
    OffsetDateTime first() {
        return stages.isEmpty() ? null : stages.getFirst().at();
    }
}
