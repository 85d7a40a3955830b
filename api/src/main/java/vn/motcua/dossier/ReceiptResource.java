package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestPath;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** What a one-stop system prints on a receipt. */
@Path("/v1/integration/dossiers/{code}/receipt")
@Produces(MediaType.APPLICATION_JSON)
class ReceiptResource {
    private final OfficerDossiers dossiers;
    private final Caller caller;
    private final JsonWebToken token;

    ReceiptResource(OfficerDossiers dossiers, Caller caller, JsonWebToken token) {
        this.dossiers = dossiers;
        this.caller = caller;
        this.token = token;
    }

    @GET
    @RolesAllowed(Role.ONE_STOP_SYSTEM)
    public Uni<Receipt> getReceipt(@RestPath String code) {
        var dossier = DossierCode.parse(code)
                .orElseThrow(
                        () -> ProblemException.invalid("code", "Không phải mã hồ sơ.", "This is not a dossier code."));
        var agency = caller.agency()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_YOUR_AGENCY,
                        "Tài khoản hệ thống chưa gắn với cơ quan nào. Hãy liên hệ quản trị viên.",
                        "This system's account names no agency. Ask the administrator to set one."));
        var access = new Access(
                dossier.value(),
                AccessRole.ONE_STOP_SYSTEM,
                agency.value(),
                null,
                AccessPurpose.RECEIPT,
                token.getSubject());
        return dossiers.receipt(agency, dossier, access);
    }
}
