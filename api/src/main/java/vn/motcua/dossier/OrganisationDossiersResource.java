package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** The dossiers of a firm. */
@Path("/v1/organisations/{code}/dossiers")
@Produces(MediaType.APPLICATION_JSON)
class OrganisationDossiersResource {
    private static final Pattern ORGANISATION_CODE = Pattern.compile("\\d{10}(-\\d{3})?");

    private final Lookups lookups;
    private final Caller caller;

    OrganisationDossiersResource(Lookups lookups, Caller caller) {
        this.lookups = lookups;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.BUSINESS)
    public Uni<Page<DossierSummary>> listOrganisationDossiers(
            @RestPath String code, @RestQuery Integer limit, @RestQuery String cursor) {
        if (!ORGANISATION_CODE.matcher(code).matches()) {
            throw ProblemException.invalid(
                    "code", "Phải gồm 10 chữ số, hoặc 13 viết dạng 10-3.", "Must be 10 digits, or 13 written 10-3.");
        }
        caller.requireOrganisation(code);
        return lookups.ofOrganisation(code, Page.limit(limit), cursor, caller.language());
    }
}
