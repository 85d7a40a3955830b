package vn.motcua.organisation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.FirmDossiers;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** The dossiers of a firm and those that it watches. */
@Path("/v1/organisations/{code}")
class OrganisationDossiersResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration ACCESS_LIMIT = Duration.ofSeconds(10);

    private final OrganisationAccess access;
    private final FirmDossiers dossiers;
    private final DossierExport export;
    private final Caller caller;

    OrganisationDossiersResource(
            OrganisationAccess access, FirmDossiers dossiers, DossierExport export, Caller caller) {
        this.access = access;
        this.dossiers = dossiers;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("/dossiers")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.BUSINESS, Role.CITIZEN})
    public Uni<Page<DossierSummary>> listOrganisationDossiers(
            @RestPath String code,
            @BeanParam FilterParameters filters,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        var most = Page.limit(limit);
        var filter = filters.filter();
        var language = caller.language();
        return access.require(code, Scope.READ)
                .chain(who -> dossiers.page(who.holder(), filter, most, cursor, language));
    }

    /** On a worker, which waits for the client: rows are read as fast as they are taken. */
    @GET
    @Path("/dossiers.csv")
    @Produces(CSV)
    @RolesAllowed({Role.BUSINESS, Role.CITIZEN})
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"dossiers.csv\"")
    @Blocking
    public StreamingOutput exportOrganisationDossiersCsv(@RestPath String code, @BeanParam FilterParameters filters) {
        var wish = wish(code, filters);
        return out -> export.csv(wish, out);
    }

    @GET
    @Path("/dossiers.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.BUSINESS, Role.CITIZEN})
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"dossiers.xlsx\"")
    @Blocking
    public StreamingOutput exportOrganisationDossiersXlsx(@RestPath String code, @BeanParam FilterParameters filters) {
        var wish = wish(code, filters);
        return out -> export.xlsx(wish, out);
    }

    private DossierExport.Wish wish(String code, FilterParameters filters) {
        var filter = filters.filter();
        var who = access.require(code, Scope.READ).await().atMost(ACCESS_LIMIT);
        return new DossierExport.Wish(who.holder(), filter, caller.language());
    }
}
