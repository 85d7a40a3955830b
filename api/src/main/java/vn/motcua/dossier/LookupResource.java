package vn.motcua.dossier;

import io.smallrye.context.api.CurrentThreadContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.context.ThreadContext;
import vn.motcua.identity.ClientNetworks;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** Where a dossier stands, for anyone with the code and a proof. */
@Path("/v1/dossiers")
@Produces(MediaType.APPLICATION_JSON)
class LookupResource {
    private final Lookups lookups;
    private final ClientNetworks networks;
    private final Caller caller;

    LookupResource(Lookups lookups, ClientNetworks networks, Caller caller) {
        this.lookups = lookups;
        this.networks = networks;
        this.caller = caller;
    }

    /** Nothing after the query asks who is calling, so no stage carries the request's contexts along. */
    @POST
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @CurrentThreadContext(
            propagated = {},
            unchanged = ThreadContext.ALL_REMAINING)
    public Uni<Dossier> lookUpDossier(DossierLookup lookup, @Context HttpServerRequest request) {
        if (lookup == null) {
            throw ProblemException.invalid("", "Hãy gửi mã hồ sơ và thông tin xác minh.", "Send code and proof.");
        }
        var errors = new ArrayList<FieldError>();
        length(errors, "/code", lookup.code(), 1, 60);
        length(errors, "/proof", lookup.proof(), 4, 64);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return lookups.withProof(lookup.code(), lookup.proof(), networks.of(request), caller.language());
    }

    private static void length(List<FieldError> errors, String pointer, String text, int min, int max) {
        if (text == null) {
            errors.add(FieldError.at(pointer, "Bắt buộc phải có.", "Required."));
        } else if (text.length() < min || text.length() > max) {
            errors.add(FieldError.at(
                    pointer,
                    "Phải dài từ " + min + " đến " + max + " ký tự.",
                    "Must have " + min + " to " + max + " characters."));
        }
    }
}
