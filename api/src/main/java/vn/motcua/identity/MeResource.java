package vn.motcua.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.motcua.openapi.Role;

/** Who the token says you are. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private static final Set<String> OURS =
            Set.of(Role.CITIZEN, Role.BUSINESS, Role.OFFICER, Role.ONE_STOP_SYSTEM, Role.ADMIN);

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    MeResource(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    @GET
    @Authenticated
    public Uni<Me> getMe() {
        var roles = identity.getRoles().stream().filter(OURS::contains).sorted().toList();
        return Uni.createFrom()
                .item(new Me(
                        token.<String>claim("name").orElse(null),
                        roles,
                        token.<String>claim("personalId")
                                .map(MeResource::masked)
                                .orElse(null),
                        token.<String>claim("agency").orElse(null),
                        token.<String>claim("organisation").orElse(null)));
    }

    /** {@code 001*****0001}: enough to recognise one's own number. */
    private static String masked(String personalId) {
        return personalId.length() < 8
                ? "*****"
                : personalId.substring(0, 3) + "*****" + personalId.substring(personalId.length() - 4);
    }
}
