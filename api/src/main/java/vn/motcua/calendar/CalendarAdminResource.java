package vn.motcua.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Days off and worked Saturdays, for administrators. */
@Path("/v1/admin/calendar")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class CalendarAdminResource {
    private final CalendarAdmin admin;
    private final Calendars calendars;
    private final MissingYears missing;
    private final RevisionStore store;
    private final JsonWebToken token;

    CalendarAdminResource(
            CalendarAdmin admin, Calendars calendars, MissingYears missing, RevisionStore store, JsonWebToken token) {
        this.admin = admin;
        this.calendars = calendars;
        this.missing = missing;
        this.store = store;
        this.token = token;
    }

    @GET
    public Uni<CalendarOverview> getCalendarOverview() {
        return calendars.refresh().map(done -> {
            var now = calendars.snapshot();
            var years = now.years().values().stream()
                    .sorted(Comparator.comparing(KnownYear::year))
                    .map(year -> new CalendarOverview.Year(
                            year.year(),
                            year.version(),
                            year.days().size(),
                            year.unconfirmed(),
                            year.openPoints().isPresent()))
                    .toList();
            return new CalendarOverview(now.revision(), years, now.hoursVersion(), missing.now());
        });
    }

    @GET
    @Path("/{year}")
    public Uni<RestResponse<CalendarDraft>> getCalendarDraft(@PathParam("year") int year) {
        checked(year);
        return calendars.refresh().map(done -> {
            var known = calendars.year(year).orElseThrow(CalendarAdminResource::missingYear);
            return RestResponse.ResponseBuilder.ok(CalendarDraft.of(known))
                    .header(HttpHeaders.ETAG, Editions.tag(Integer.toString(year), known.version()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    @PUT
    @Path("/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<CalendarChange> publishCalendar(
            @PathParam("year") int year,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("dryRun")
                    String dryRun,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @RequestBody(required = true) CalendarInput input) {
        checked(year);
        if (input == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        var wish = new CalendarAdmin.Wish(ifMatch, ifNoneMatch, Flags.flag("dryRun", dryRun), token.getSubject());
        return admin.publish(year, input, wish);
    }

    @GET
    @Path("/{year}/versions")
    public Uni<CalendarRevisionList> listCalendarVersions(@PathParam("year") int year) {
        checked(year);
        return store.history(Integer.toString(year)).map(history -> {
            if (history.isEmpty()) {
                throw missingYear();
            }
            return new CalendarRevisionList(history);
        });
    }

    private static void checked(int year) {
        if (year < 2000 || year > 2100) {
            throw ProblemException.invalid("year", "Phải từ 2000 đến 2100.", "Must be from 2000 to 2100.");
        }
    }

    private static ProblemException missingYear() {
        return ProblemException.of(
                ProblemType.CALENDAR_YEAR_MISSING,
                "Năm này chưa có lịch. Hãy công bố bằng PUT với If-None-Match: *.",
                "This year has no calendar yet. Publish it by PUT with If-None-Match: *.");
    }
}
