package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;
import vn.motcua.openapi.Vietnam;
import vn.motcua.search.SearchTrial;

/** What a query would find with words that are not published yet, for editors. */
@Path("/v1/admin/catalogue/search-words/trial")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class SearchTrialResource {
    private final CatalogueReplica replica;
    private final Caller caller;

    SearchTrialResource(CatalogueReplica replica, Caller caller) {
        this.replica = replica;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ProcedurePage> trySearchWords(@RequestBody(required = true) SearchTrial trial) {
        if (trial == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        var query = trial.query();
        int limit = Page.limit(trial.limit());
        var words = trial.words();
        var language = caller.language();
        return replica.whenReady()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(published -> new CatalogueSearch(published.with(words), LocalDate.now(Vietnam.ZONE))
                        .explained(query, SearchFilter.NONE, limit, null, language))
                // The next page would be one of the published search.
                .map(page -> new ProcedurePage(page.items(), null, page.facets()));
    }
}
