package vn.motcua.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Says ahead of time that a year is missing: this year always, the next one from a configured day on. Nothing is guessed in
 * a missing year, so somebody has to publish it before dossiers reach into it.
 */
@ApplicationScoped
class MissingYears {
    private static final Logger LOG = Logger.getLogger(MissingYears.class);
    private static final int LATE = 5_000;
    private static final long SAID_AGAIN = Duration.ofHours(12).toMillis();

    private final Calendars calendars;
    private final Clock clock;
    private final MonthDay nextYearFrom;

    MissingYears(Calendars calendars, Clock clock, CalendarConfig config, MeterRegistry registry) {
        this.calendars = calendars;
        this.clock = clock;
        this.nextYearFrom = MonthDay.parse("--" + config.nextYearFrom());
        registry.gauge(
                "motcua.calendar.missing.years", this, missing -> missing.now().size());
    }

    /** After the calendar was loaded. */
    void onStart(@Observes @Priority(LATE) StartupEvent start, Vertx vertx) {
        say();
        vertx.setPeriodic(SAID_AGAIN, timer -> say());
    }

    private void say() {
        now().forEach(year -> LOG.warnf("no working-day calendar for %d: publish it in /v1/admin/calendar", year));
    }

    List<Integer> now() {
        return at(
                LocalDate.now(clock), nextYearFrom, calendars.snapshot().years().keySet());
    }

    static List<Integer> at(LocalDate today, MonthDay nextYearFrom, Set<Integer> known) {
        boolean ahead = !MonthDay.from(today).isBefore(nextYearFrom);
        return IntStream.rangeClosed(today.getYear(), today.getYear() + (ahead ? 1 : 0))
                .boxed()
                .filter(year -> !known.contains(year))
                .toList();
    }

    Optional<String> warning() {
        var years = now();
        return years.isEmpty() ? Optional.empty() : Optional.of("no working-day calendar for " + years);
    }
}
