package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Where a dossier stands: for anyone with a proof, for its owner, for a firm. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class DossierResource {
    private static final Pattern ORGANISATION_CODE = Pattern.compile("\\d{10}(-\\d{3})?");

    private final Lookups lookups;
    private final LookupLimits limits;
    private final Caller caller;

    DossierResource(Lookups lookups, LookupLimits limits, Caller caller) {
        this.lookups = lookups;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Path("/dossiers/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
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
        limits.count(
                lookup.code().strip().toUpperCase(Locale.ROOT),
                request.remoteAddress().hostAddress());
        return lookups.withProof(lookup.code(), lookup.proof(), caller.language());
    }

    @GET
    @Path("/me/dossiers")
    @RolesAllowed(Role.CITIZEN)
    public Uni<Page<DossierSummary>> listMyDossiers(@RestQuery Integer limit, @RestQuery String cursor) {
        return lookups.ofPerson(caller.person().value(), Page.limit(limit), cursor, caller.language());
    }

    @GET
    @Path("/me/dossiers/{code}")
    @RolesAllowed(Role.CITIZEN)
    public Uni<Dossier> getMyDossier(@RestPath String code) {
        return lookups.own(code, caller.person().value(), caller.language());
    }

    @GET
    @Path("/organisations/{code}/dossiers")
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
