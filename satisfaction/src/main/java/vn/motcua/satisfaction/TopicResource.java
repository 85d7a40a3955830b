package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Vietnam;

/** What comments are about, for everybody. */
@Path("/v1/satisfaction/topics")
@Produces(MediaType.APPLICATION_JSON)
class TopicResource {
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final CommentReadings readings;
    private final Caller caller;

    TopicResource(CommentReadings readings, Caller caller) {
        this.readings = readings;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<CommentTopics>> listCommentTopics(
            @QueryParam("agency") String agency,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context Request request) {
        var selection = Selection.of(agency, null, from, to, null, null, Vietnam.today());
        return readings.topics(selection, caller.language())
                .chain(topics -> Conditional.answer(
                        request,
                        MAX_AGE,
                        topics.toString(),
                        () -> Uni.createFrom().item(topics)));
    }
}
