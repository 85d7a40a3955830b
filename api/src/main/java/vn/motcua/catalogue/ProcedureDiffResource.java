package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;

/** What changed between two versions, for everyone. */
@Path("/v1/procedures/{code}/diff")
@Produces(MediaType.APPLICATION_JSON)
class ProcedureDiffResource {
    private final CatalogueReplica replica;
    private final ProcedureHistory history;
    private final CatalogueConfig config;
    private final Caller caller;

    ProcedureDiffResource(CatalogueReplica replica, ProcedureHistory history, CatalogueConfig config, Caller caller) {
        this.replica = replica;
        this.history = history;
        this.config = config;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<ProcedureDiff>> diffProcedureVersions(
            @PathParam("code") String code,
            @QueryParam("from") Integer from,
            @QueryParam("to") Integer to,
            @Context Request request) {
        var forms = CodeForms.of(Parameters.procedureCode(code));
        int earlier = Parameters.positive("from", Parameters.present("from", from));
        Integer later = to == null ? null : Parameters.positive("to", to);
        var language = caller.language();
        return replica.whenReady()
                .flatMap(snapshot -> Conditional.answer(
                        request,
                        config.maxAge(),
                        Parameters.version("diff", snapshot, language, forms, earlier, later),
                        () -> history.diff(forms, earlier, later)));
    }
}
