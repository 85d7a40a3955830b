package vn.motcua.catalogue;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.ProcedureCode;
import vn.motcua.openapi.Vietnam;

/** Procedures for everyone: search, suggestions, the record and its versions. */
@Path("/v1/procedures")
@Produces(MediaType.APPLICATION_JSON)
class ProcedureResource {

    private final CatalogueReplica replica;
    private final CatalogueStore store;
    private final ProcedureHistory history;
    private final RecordAnswer answers;
    private final CatalogueConfig config;
    private final Caller caller;
    private final EditorsOnly editors;

    ProcedureResource(
            CatalogueReplica replica,
            CatalogueStore store,
            ProcedureHistory history,
            RecordAnswer answers,
            CatalogueConfig config,
            Caller caller,
            EditorsOnly editors) {
        this.replica = replica;
        this.store = store;
        this.history = history;
        this.answers = answers;
        this.config = config;
        this.caller = caller;
        this.editors = editors;
    }

    @GET
    public Uni<RestResponse<ProcedurePage>> searchProcedures(
            @QueryParam("q") String q,
            @QueryParam("field") String field,
            @QueryParam("level") Level level,
            @QueryParam("agency") String agency,
            @QueryParam("subject") Subject subject,
            @QueryParam("lifeEvent") String lifeEvent,
            @QueryParam("onlineLevel") OnlineLevel onlineLevel,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("explain")
                    String explain,
            @Context Request request) {
        var typed = Parameters.atMost("q", q, 200);
        var filter = new SearchFilter(
                Parameters.atMost("field", field, 80),
                level,
                Parameters.atMost("agency", agency, 35),
                subject,
                Parameters.atMost("lifeEvent", lifeEvent, 80),
                onlineLevel);
        int size = Page.limit(limit);
        var place = Parameters.atMost("cursor", cursor, 200);
        var snapshot = replica.now();
        var language = caller.language();
        var search = new CatalogueSearch(snapshot, LocalDate.now(Vietnam.ZONE));
        if (Parameters.flag("explain", explain)) {
            return editors.check()
                    .flatMap(allowed -> onWorker(() -> search.explained(typed, filter, size, place, language)))
                    .map(page -> RestResponse.ResponseBuilder.ok(page)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build());
        }
        var best = typed == null ? List.of() : snapshot.words().best(typed, LocalDate.now(Vietnam.ZONE));
        return Conditional.answer(
                request,
                config.maxAge(),
                Parameters.version("search", snapshot, language, typed, filter, size, place, best),
                () -> onWorker(() -> search.page(typed, filter, size, place, language)));
    }

    @GET
    @Path("/suggest")
    public Uni<RestResponse<SuggestionList>> suggestProcedures(@QueryParam("q") String q, @Context Request request) {
        var typed = Parameters.required("q", Parameters.atMost("q", q, 100));
        var snapshot = replica.now();
        return Conditional.answer(
                request,
                config.maxAge(),
                Parameters.version("suggest", snapshot, caller.language(), typed),
                () -> onWorker(() -> new CatalogueSearch(snapshot, LocalDate.now(Vietnam.ZONE)).suggest(typed)));
    }

    @GET
    @Path("/{code}")
    @Produces({MediaType.APPLICATION_JSON, LinkedData.MEDIA_TYPE})
    @Compressed
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Procedure.class)),
                @Content(mediaType = LinkedData.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Uni<Response> getProcedure(
            @PathParam("code") String code,
            @QueryParam("at") LocalDate at,
            @Context HttpHeaders headers,
            @Context Request request) {
        var parsed = Parameters.procedureCode(code);
        var day = Parameters.date("at", at);
        return replica.whenReady()
                .flatMap(snapshot -> day == null ? current(snapshot, parsed) : inForce(parsed, day))
                .map(published -> answers.of(published, headers, request));
    }

    @GET
    @Path("/{code}/versions")
    public Uni<RestResponse<ProcedureVersionList>> listProcedureVersions(
            @PathParam("code") String code, @Context Request request) {
        var forms = CodeForms.of(Parameters.procedureCode(code));
        var language = caller.language();
        return replica.whenReady()
                .flatMap(snapshot -> Conditional.answer(
                        request,
                        config.maxAge(),
                        Parameters.version("versions", snapshot, language, forms),
                        () -> store.versions(forms).map(versions -> {
                            if (versions.isEmpty()) {
                                throw notFound();
                            }
                            return new ProcedureVersionList(versions);
                        })));
    }

    private Uni<PublishedRecord> current(CatalogueSnapshot snapshot, ProcedureCode code) {
        return snapshot.resolve(code)
                .flatMap(entry -> snapshot.shelf().record(entry.code()))
                .map(record -> Uni.createFrom().item(record))
                .orElseGet(() -> history.abolished(CodeForms.of(code)).map(gone -> {
                    throw gone.map(ProcedureHistory::gone).orElseGet(ProcedureResource::notFound);
                }));
    }

    private Uni<PublishedRecord> inForce(ProcedureCode code, LocalDate at) {
        var forms = CodeForms.of(code);
        return store.inForce(forms, at)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(answers.historic(found.get()))
                        : history.abolished(forms).map(gone -> {
                            throw gone.filter(procedure -> !at.isBefore(procedure.from()))
                                    .map(ProcedureHistory::gone)
                                    .orElseGet(ProcedureResource::notInForce);
                        }));
    }

    /** Searching is work for a processor: the event loops stay free for look-ups. */
    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static ProblemException notInForce() {
        return ProblemException.of(
                ProblemType.PROCEDURE_NOT_FOUND,
                "Không có phiên bản nào có hiệu lực vào ngày này. Hãy xem danh sách phiên bản.",
                "No version was in force on that date. See the list of versions.");
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.PROCEDURE_NOT_FOUND,
                "Hãy kiểm tra lại mã, hoặc tìm theo tên thủ tục.",
                "Check the code, or search by name.");
    }
}
