package vn.motcua.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always up: a missing year costs computed dates, not the service. It warns, with the years, in its data. */
@Readiness
@ApplicationScoped
class CalendarReadiness implements HealthCheck {
    private final Calendars calendars;
    private final MissingYears missing;

    CalendarReadiness(Calendars calendars, MissingYears missing) {
        this.calendars = calendars;
        this.missing = missing;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("calendar")
                .up()
                .withData("revision", calendars.snapshot().revision());
        missing.warning().ifPresent(warning -> response.withData("warning", warning));
        return response.build();
    }
}
