package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** A citizen's own dossiers. */
@Path("/v1/me/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CITIZEN)
class MyDossiersResource {
    private final Lookups lookups;
    private final Accesses accesses;
    private final Caller caller;

    MyDossiersResource(Lookups lookups, Accesses accesses, Caller caller) {
        this.lookups = lookups;
        this.accesses = accesses;
        this.caller = caller;
    }

    @GET
    public Uni<Page<DossierSummary>> listMyDossiers(
            @RestQuery List<String> state,
            @RestQuery String open,
            @RestQuery String overdue,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        var filter = DossierFilter.of(state, open, overdue);
        return lookups.ofPerson(caller.person().value(), filter, Page.limit(limit), cursor, caller.language());
    }

    @GET
    @Path("/{code}")
    public Uni<Dossier> getMyDossier(@RestPath String code) {
        return lookups.own(code, caller.person().value(), caller.language());
    }

    @GET
    @Path("/{code}/receipt")
    public Uni<Receipt> getMyReceipt(@RestPath String code) {
        return lookups.ownReceipt(code, caller.person().value());
    }

    @GET
    @Path("/{code}/access-log")
    public Uni<Page<AccessEntry>> getMyAccessLog(
            @RestPath String code, @RestQuery Integer limit, @RestQuery String cursor) {
        return accesses.ofOwner(code, caller.person().value(), Page.limit(limit), cursor, caller.language());
    }
}
