package vn.motcua.feedback;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** Feedback that lies with an officer's own agency and the units below it. */
@Path("/v1/agencies/{code}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICER)
class OfficerFeedbackResource {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int LONGEST_POSITION = 200;

    private final FeedbackQueues queues;
    private final FeedbackReading reading;
    private final FeedbackMoves moves;
    private final Attachments attachments;
    private final Statistics statistics;
    private final Caller caller;
    private final JsonWebToken token;

    OfficerFeedbackResource(
            FeedbackQueues queues,
            FeedbackReading reading,
            FeedbackMoves moves,
            Attachments attachments,
            Statistics statistics,
            Caller caller,
            JsonWebToken token) {
        this.queues = queues;
        this.reading = reading;
        this.moves = moves;
        this.attachments = attachments;
        this.statistics = statistics;
        this.caller = caller;
        this.token = token;
    }

    @GET
    public Uni<FeedbackQueue> listAgencyFeedback(
            @RestPath String code, @RestQuery String risk, @RestQuery Integer limit, @RestQuery String cursor) {
        return queues.page(ownAgency(code), FeedbackRisk.of(risk), Page.limit(limit), cursor, caller.language());
    }

    @GET
    @Path("/statistics")
    public Uni<FeedbackStatistics> getFeedbackStatistics(
            @RestPath String code, @RestQuery String from, @RestQuery String to) {
        var agency = ownAgency(code);
        var period = FeedbackParameters.period(from, to);
        return statistics.of(agency, period.from(), period.to());
    }

    @GET
    @Path("/{feedbackCode}")
    public Uni<Feedback> getAgencyFeedback(
            @RestPath String code,
            @RestPath String feedbackCode,
            @RestQuery String purpose,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true")) @RestQuery String identity) {
        var agency = ownAgency(code);
        boolean withIdentity = FeedbackParameters.unlessFalse("identity", identity);
        return reading.byUnit(
                access(agency, feedbackCode, FeedbackPurpose.of(purpose), withIdentity), caller.language());
    }

    @POST
    @Path("/{feedbackCode}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Feedback> moveAgencyFeedback(
            @RestPath String code,
            @RestPath String feedbackCode,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true")) @RestQuery String identity,
            MoveInput input) {
        var agency = ownAgency(code);
        boolean withIdentity = FeedbackParameters.unlessFalse("identity", identity);
        return moves.byUnit(
                access(agency, feedbackCode, FeedbackPurpose.HANDLING, withIdentity), input, caller.language());
    }

    /** Written down like a look at the case; only for those who handle it. */
    @GET
    @Path("/{feedbackCode}/attachments/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Blocking
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> getAgencyAttachment(
            @RestPath String code, @RestPath String feedbackCode, @RestPath String id) {
        var agency = ownAgency(code);
        var access = access(agency, feedbackCode, FeedbackPurpose.HANDLING, true);
        var seen = reading.byUnit(access, caller.language()).await().atMost(WAIT);
        if (!access.mayKnowSender(seen.agency().code(), seen.track())) {
            throw Refusals.noAttachment();
        }
        return Downloads.answer(attachments.open(seen.code(), Downloads.id(id)));
    }

    private FeedbackAccess access(AgencyCode agency, String feedbackCode, FeedbackPurpose purpose, boolean identity) {
        var position = token.<String>claim("position")
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_POSITION)))
                .orElse(null);
        return new FeedbackAccess(
                FeedbackReading.code(feedbackCode),
                agency,
                caller.agency().orElse(agency),
                position,
                purpose,
                identity,
                token.getSubject());
    }

    private AgencyCode ownAgency(String code) {
        var agency = FeedbackParameters.agency(code);
        caller.requireAgency(agency);
        return agency;
    }
}
