package vn.motcua.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

@Path("/v1/calendar")
class CalendarResource {
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final Calendars calendars;
    private final Caller caller;

    CalendarResource(Calendars calendars, Caller caller) {
        this.calendars = calendars;
        this.caller = caller;
    }

    @GET
    @Path("/{year}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<CalendarYear>> getCalendar(@RestPath int year, @Context Request request) {
        if (year < 2000 || year > 2100) {
            throw ProblemException.invalid("year", "Phải từ 2000 đến 2100.", "Must be from 2000 to 2100.");
        }
        var answer = calendars
                .year(year)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.CALENDAR_YEAR_MISSING,
                        "Lịch của năm này chưa được công bố. Hãy thử năm khác.",
                        "The calendar of this year has not been published. Try another year."))
                .in(caller.language());
        return Conditional.answer(
                request, MAX_AGE, answer.toString(), () -> Uni.createFrom().item(answer));
    }
}
