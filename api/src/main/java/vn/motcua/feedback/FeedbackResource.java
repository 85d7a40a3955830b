package vn.motcua.feedback;

import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.identity.ClientNetworks;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemMappers;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Feedback for everybody: sending it (signed in), the published answers, what others think of them, and look-ups. */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
class FeedbackResource {
    private final FeedbackIntake intake;
    private final FeedbackLookups lookups;
    private final PublishedFeedbacks published;
    private final Votes votes;
    private final FeedbackConfig config;
    private final ClientNetworks networks;
    private final Caller caller;

    FeedbackResource(
            FeedbackIntake intake,
            FeedbackLookups lookups,
            PublishedFeedbacks published,
            Votes votes,
            FeedbackConfig config,
            ClientNetworks networks,
            Caller caller) {
        this.intake = intake;
        this.lookups = lookups;
        this.published = published;
        this.votes = votes;
        this.config = config;
        this.networks = networks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CITIZEN)
    public Uni<RestResponse<FeedbackReceipt>> sendFeedback(
            FeedbackInput input, @RestHeader("Idempotency-Key") String idempotencyKey) {
        return intake.send(input, caller.person(), FeedbackParameters.key(idempotencyKey), caller.language())
                .map(receipt -> RestResponse.status(RestResponse.Status.CREATED, receipt));
    }

    /** Who does not sign in cannot send feedback: the law asks for a name. A comment to a rating needs none. */
    @ServerExceptionMapper
    public Response anonymous(UnauthorizedException none, ContainerRequestContext request) {
        var language = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = ProblemException.of(
                ProblemType.UNAUTHORIZED,
                "Phản ánh, kiến nghị phải có người gửi: hãy đăng nhập. Muốn góp ý ẩn danh, hãy viết nhận xét khi đánh giá dịch vụ"
                        + " (POST /v1/surveys/{ticket}/rating).",
                "Feedback needs a sender: sign in. To say something anonymously, write a comment when you rate the service"
                        + " (POST /v1/surveys/{ticket}/rating).");
        return Response.fromResponse(ProblemMappers.response(problem, language))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @GET
    public Uni<RestResponse<Page<PublishedFeedback>>> listPublishedFeedback(
            @RestQuery String q,
            @RestQuery String agency,
            @RestQuery String procedure,
            @RestQuery String subject,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @Context Request request) {
        var search = FeedbackParameters.search(q, agency, procedure, subject);
        var language = caller.language();
        return published
                .page(search, Page.limit(limit), cursor, language)
                .chain(page -> Conditional.answer(
                        request,
                        config.cacheFor(),
                        "feedback" + language + page,
                        () -> Uni.createFrom().item(page)));
    }

    @GET
    @Path("/{code}")
    public Uni<RestResponse<PublishedFeedback>> getPublishedFeedback(@RestPath String code, @Context Request request) {
        var language = caller.language();
        return published
                .one(code, language)
                .chain(one -> Conditional.answer(
                        request,
                        config.cacheFor(),
                        "feedback" + language + one,
                        () -> Uni.createFrom().item(one)));
    }

    @POST
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<FeedbackStanding> lookUpFeedback(FeedbackLookup lookup, @Context HttpServerRequest request) {
        return lookups.withProof(lookup, networks.of(request), caller.language());
    }

    @PUT
    @Path("/{code}/vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CITIZEN)
    public Uni<VoteCount> putVote(@RestPath String code, VoteInput input) {
        if (input == null || input.like() == null) {
            throw ProblemException.invalid("/like", "Bắt buộc: true hoặc false.", "Required: true or false.");
        }
        return votes.vote(code, caller.person().value(), input.like());
    }

    @DELETE
    @Path("/{code}/vote")
    @RolesAllowed(Role.CITIZEN)
    public Uni<VoteCount> deleteVote(@RestPath String code) {
        return votes.vote(code, caller.person().value(), null);
    }
}
