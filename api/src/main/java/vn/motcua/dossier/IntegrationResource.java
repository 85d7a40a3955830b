package vn.motcua.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import vn.motcua.dossier.EventReader.Reading.Good;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Problem;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Where one-stop systems report. */
@Path("/v1/integration")
class IntegrationResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Dossiers dossiers;
    private final KnownSenders senders;
    private final ReasonCodes reasons;
    private final Caller caller;
    private final JsonWebToken token;
    private final ObjectMapper json;
    private final Clock clock;

    IntegrationResource(
            Dossiers dossiers,
            KnownSenders senders,
            ReasonCodes reasons,
            Caller caller,
            JsonWebToken token,
            ObjectMapper json,
            Clock clock) {
        this.dossiers = dossiers;
        this.senders = senders;
        this.reasons = reasons;
        this.caller = caller;
        this.token = token;
        this.json = json;
        this.clock = clock;
    }

    /** Takes the body as bytes, because each event is read alone; on a worker, because 16 MiB take a while. */
    @POST
    @Path("/dossier-events")
    @RolesAllowed(Role.ONE_STOP_SYSTEM)
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        minItems = 1,
                                        maxItems = EventReader.MAX_EVENTS,
                                        implementation = DossierEvent.class)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<EventBatchResult> postDossierEvents(byte[] body, @Context HttpHeaders headers) {
        var type = headers.getMediaType();
        boolean lines = type != null && type.getSubtype().equals("x-ndjson");
        var sender = sender();
        var source = source();
        var language = caller.language();
        var check = new EventCheck(sender, OffsetDateTime.now(clock), new ReasonCheck(reasons::find));
        var readings = new EventReader(json, check).read(body == null ? new byte[0] : body, lines);
        return senders.foreign(source, sender, events(good(readings)))
                .map(foreign ->
                        readings.stream().map(one -> one.unless(foreign)).toList())
                .chain(own -> take(source, own, language));
    }

    private Uni<EventBatchResult> take(String source, List<EventReader.Reading> readings, Language language) {
        var good = good(readings);
        return dossiers.take(source, events(good))
                .map(taken -> new EventBatchResult(
                        taken.accepted(),
                        taken.duplicates(),
                        taken.flagged(),
                        taken.unexplained().entrySet().stream()
                                .map(one -> UnexplainedEvent.of(good.get(one.getKey()), one.getValue()))
                                .toList(),
                        rejected(readings, good, taken.reused(), language)));
    }

    private static List<Good> good(List<EventReader.Reading> readings) {
        return readings.stream()
                .filter(Good.class::isInstance)
                .map(Good.class::cast)
                .toList();
    }

    private static List<CheckedEvent> events(List<Good> good) {
        return good.stream().map(Good::event).toList();
    }

    /** What could not be read or may not be told, and what was read but has an id that stands for something else. */
    private static List<RejectedEvent> rejected(
            List<EventReader.Reading> readings, List<Good> good, Set<Integer> reused, Language language) {
        var bad = readings.stream()
                .filter(EventReader.Reading.Bad.class::isInstance)
                .map(EventReader.Reading.Bad.class::cast)
                .map(one -> new RejectedEvent(one.index(), one.eventId(), Problem.of(one.problem(), language)));
        var used = reused.stream()
                .map(good::get)
                .map(one ->
                        new RejectedEvent(one.index(), one.event().sent().eventId(), Problem.of(idReused(), language)));
        return Stream.concat(bad, used)
                .sorted(Comparator.comparing(RejectedEvent::index))
                .toList();
    }

    static ProblemException idReused() {
        return ProblemException.of(
                ProblemType.EVENT_ID_REUSED,
                "Mã sự kiện này đã dùng cho nội dung khác. Hãy gửi nội dung mới với mã sự kiện mới.",
                "This eventId stands for an event with other content. Send new content under a new eventId.");
    }

    /** The client that was given the token; event ids are unique within it. */
    private String source() {
        String client = token.getClaim("azp");
        return client == null ? token.getSubject() : client;
    }

    private AgencyCode sender() {
        return caller.agency().orElseThrow(IntegrationResource::noAgency);
    }

    static ProblemException noAgency() {
        return ProblemException.of(
                ProblemType.NOT_YOUR_AGENCY,
                "Tài khoản hệ thống chưa gắn với cơ quan nào. Hãy liên hệ quản trị viên.",
                "This system's account names no agency. Ask the administrator to set one.");
    }
}
