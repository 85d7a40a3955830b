package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import vn.motcua.dossier.NationalSync.SendingSystem;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemMappers;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/**
 * Where one-stop software points that speaks the national synchronisation. Such software knows no Authorization header: what
 * it calls its session is our access token, in the body.
 */
@Path("/v1/integration")
class NationalSyncResource {
    private final NationalSync sync;
    private final Caller caller;
    private final CurrentIdentityAssociation signedIn;
    private final IdentityProviderManager identities;
    private final RoutingContext request;
    private final ObjectMapper json;

    NationalSyncResource(
            NationalSync sync,
            Caller caller,
            CurrentIdentityAssociation signedIn,
            IdentityProviderManager identities,
            RoutingContext request,
            ObjectMapper json) {
        this.sync = sync;
        this.caller = caller;
        this.signedIn = signedIn;
        this.identities = identities;
        this.request = request;
        this.json = json;
    }

    /** On a worker, because the body has to be read before it is known who calls. */
    @POST
    @Path("/national-sync")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NationalSyncCall.class)))
    public Uni<NationalSyncAnswer> postNationalSync(byte[] body) {
        var call = read(body == null ? new byte[0] : body);
        var language = caller.language();
        return identity(call)
                .map(NationalSyncResource::system)
                .chain(system -> sync.take(NationalSync.envelope(call), system, language));
    }

    private JsonNode read(byte[] body) {
        try {
            var call = json.readTree(body);
            if (call == null || !call.isObject()) {
                throw ProblemException.of(
                        ProblemType.MALFORMED_BODY,
                        "Nội dung phải là một đối tượng JSON, mã hoá UTF-8.",
                        "The body must be a JSON object in UTF-8.");
            }
            return call;
        } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
            throw ProblemMappers.ofJson(unreadable);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private Uni<SecurityIdentity> identity(JsonNode call) {
        return signedIn.getDeferredIdentity()
                .chain(identity -> identity.isAnonymous()
                        ? ofSession(call.path("session").asText(""))
                        : Uni.createFrom().item(identity));
    }

    private Uni<SecurityIdentity> ofSession(String session) {
        if (session.isBlank()) {
            throw noSession();
        }
        var token = new TokenAuthenticationRequest(new AccessTokenCredential(session));
        return identities
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(token, request))
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> noSession());
    }

    private static SendingSystem system(SecurityIdentity identity) {
        if (!identity.hasRole(Role.ONE_STOP_SYSTEM) || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "Chỉ hệ thống một cửa được đồng bộ hồ sơ.",
                    "Only one-stop systems may synchronise dossiers.");
        }
        var agency = token.<String>claim("agency").flatMap(AgencyCode::parse);
        return new SendingSystem(
                token.<String>claim("azp").orElseGet(token::getSubject),
                agency.orElseThrow(IntegrationResource::noAgency));
    }

    private static ProblemException noSession() {
        return ProblemException.of(
                ProblemType.UNAUTHORIZED,
                "Session không đúng hoặc đã hết hạn. Hãy đăng nhập lại để lấy session mới.",
                "The session is not valid or has expired. Log in again for a new one.");
    }
}
