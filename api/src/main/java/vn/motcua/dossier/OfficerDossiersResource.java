package vn.motcua.dossier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** An officer's own agency: what lies on its desk, and each dossier there. */
@Path("/v1/agencies/{code}/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICER)
class OfficerDossiersResource {
    private final Queues queues;
    private final OfficerDossiers dossiers;
    private final Caller caller;
    private final JsonWebToken token;

    OfficerDossiersResource(Queues queues, OfficerDossiers dossiers, Caller caller, JsonWebToken token) {
        this.queues = queues;
        this.dossiers = dossiers;
        this.caller = caller;
        this.token = token;
    }

    @GET
    public Uni<DossierQueue> listAgencyDossiers(
            @RestPath String code,
            @RestQuery String risk,
            @RestQuery String state,
            @RestQuery String sort,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        var selection = QueueSelection.of(ownAgency(code), risk, state, sort);
        return queues.page(selection, Page.limit(limit), cursor, caller.language());
    }

    @GET
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"dossiers.csv\"")
    public Multi<String> exportAgencyDossiers(
            @RestPath String code, @RestQuery String risk, @RestQuery String state, @RestQuery String sort) {
        return queues.csv(QueueSelection.of(ownAgency(code), risk, state, sort), caller.language());
    }

    @GET
    @Path("/{dossierCode}")
    public Uni<Dossier> getAgencyDossier(
            @RestPath String code, @RestPath String dossierCode, @RestQuery String purpose) {
        var agency = ownAgency(code);
        var why = AccessPurpose.ofOfficer(purpose)
                .orElseThrow(() -> ProblemException.invalid(
                        "purpose",
                        "Hãy nêu mục đích xem hồ sơ: " + AccessPurpose.names() + ".",
                        "Say why you look at it: " + AccessPurpose.names() + "."));
        var dossier = DossierCode.parse(dossierCode).map(DossierCode::value).orElseThrow(Lookups::notFound);
        var access = new Access(
                dossier,
                AccessRole.OFFICER,
                caller.agency().map(AgencyCode::value).orElse(null),
                position(),
                why,
                token.getSubject());
        return dossiers.read(agency, access, caller.language());
    }

    /** As the token says, where it does; nothing else about the officer is kept for showing. */
    private String position() {
        var position = token.<String>claim("position").orElse(null);
        return position == null || position.length() <= 200 ? position : position.substring(0, 200);
    }

    private AgencyCode ownAgency(String code) {
        var agency = AgencyCode.parse(code)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.AGENCY_NOT_FOUND,
                        "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                        "Check the agency code, for example H44 or H44.07."));
        caller.requireAgency(agency);
        return agency;
    }
}
