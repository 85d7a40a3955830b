package vn.motcua.feedback;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.feedback.file.FileType;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** A person's own cases. */
@Path("/v1/me/feedback")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CITIZEN)
class MyFeedbackResource {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final FeedbackReading reading;
    private final FeedbackMoves moves;
    private final Attachments attachments;
    private final Caller caller;

    MyFeedbackResource(FeedbackReading reading, FeedbackMoves moves, Attachments attachments, Caller caller) {
        this.reading = reading;
        this.moves = moves;
        this.attachments = attachments;
        this.caller = caller;
    }

    @GET
    public Uni<Page<FeedbackSummary>> listMyFeedback(@RestQuery Integer limit, @RestQuery String cursor) {
        return reading.listOf(caller.person().value(), Page.limit(limit), cursor, caller.language());
    }

    @GET
    @Path("/{code}")
    public Uni<Feedback> getMyFeedback(@RestPath String code) {
        return reading.ofSender(code, caller.person().value(), caller.language());
    }

    @POST
    @Path("/{code}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Feedback> moveMyFeedback(@RestPath String code, MoveInput input) {
        return moves.bySender(FeedbackReading.code(code), caller.person().value(), input, caller.language());
    }

    @GET
    @Path("/{code}/access-log")
    public Uni<Page<FeedbackAccessEntry>> getMyFeedbackAccessLog(
            @RestPath String code, @RestQuery Integer limit, @RestQuery String cursor) {
        return reading.accesses(code, caller.person().value(), Page.limit(limit), cursor, caller.language());
    }

    /** On a worker, which waits for the file as it comes in. */
    @POST
    @Path("/{code}/attachments")
    @Consumes({"image/jpeg", "image/png", "image/heic", "application/pdf"})
    @Blocking
    public RestResponse<Feedback.Attachment> addAttachment(
            @RestPath String code,
            @RestQuery String name,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = "image/heic", schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body) {
        var media = headers.getMediaType();
        var type = FileType.of(media.getType() + "/" + media.getSubtype())
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Chỉ nhận JPEG, PNG, HEIC và PDF.",
                        "Only JPEG, PNG, HEIC and PDF are taken."));
        if (name != null && name.length() > 200) {
            throw ProblemException.invalid("name", "Tối đa 200 ký tự.", "At most 200 characters.");
        }
        var added = attachments.add(code, caller.person().value(), type, name, body);
        return RestResponse.status(RestResponse.Status.CREATED, added);
    }

    @GET
    @Path("/{code}/attachments/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Blocking
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> getMyAttachment(@RestPath String code, @RestPath String id) {
        var own = reading.ofSender(code, caller.person().value(), caller.language())
                .await()
                .atMost(WAIT);
        return Downloads.answer(attachments.open(own.code(), Downloads.id(id)));
    }
}
