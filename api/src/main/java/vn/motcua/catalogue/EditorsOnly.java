package vn.motcua.catalogue;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.openapi.Role;

/** Lets administrators through: for options of public operations that only they may use. */
@ApplicationScoped
class EditorsOnly {
    private final CurrentIdentityAssociation identity;

    EditorsOnly(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Fails with 401 without a token and with 403 for others. */
    Uni<Void> check() {
        return identity.getDeferredIdentity()
                .invoke(caller -> {
                    if (caller.isAnonymous()) {
                        throw new UnauthorizedException();
                    }
                    if (!caller.hasRole(Role.ADMIN)) {
                        throw new ForbiddenException();
                    }
                })
                .replaceWithVoid();
    }
}
