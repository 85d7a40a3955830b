package vn.motcua.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Where and when offices are open otherwise than usual, and the hour of the same-day rule, for administrators. */
@Path("/v1/admin/office-hours")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class OfficeHoursResource {
    private final CalendarAdmin admin;
    private final Calendars calendars;
    private final RevisionStore store;
    private final JsonWebToken token;

    OfficeHoursResource(CalendarAdmin admin, Calendars calendars, RevisionStore store, JsonWebToken token) {
        this.admin = admin;
        this.calendars = calendars;
        this.store = store;
        this.token = token;
    }

    @GET
    public Uni<RestResponse<OfficeHoursList>> getOfficeHours() {
        return calendars.refresh().map(done -> {
            var now = calendars.snapshot();
            var answer = RestResponse.ResponseBuilder.ok(new OfficeHoursList(now.hoursVersion(), now.rules()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
            return now.hoursVersion() == 0
                    ? answer.build()
                    : answer.header(HttpHeaders.ETAG, Editions.tag(RevisionStore.OFFICE_HOURS, now.hoursVersion()))
                            .build();
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<CalendarChange> publishOfficeHours(
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("dryRun")
                    String dryRun,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @RequestBody(required = true) OfficeHoursInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        return admin.publish(
                input, new CalendarAdmin.Wish(ifMatch, ifNoneMatch, Flags.flag("dryRun", dryRun), token.getSubject()));
    }

    @GET
    @Path("/versions")
    public Uni<CalendarRevisionList> listOfficeHoursVersions() {
        return store.history(RevisionStore.OFFICE_HOURS).map(CalendarRevisionList::new);
    }
}
