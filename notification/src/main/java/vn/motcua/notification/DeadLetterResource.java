package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Pushes that were given up, for an operator to look at and to send again once the cause is repaired. */
@Path("/v1/admin/dead-letters")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);

    private final DeadLetterStore store;

    DeadLetterResource(DeadLetterStore store) {
        this.store = store;
    }

    @GET
    public Uni<Page<DeadLetter>> listDeadLetters(
            @QueryParam("error") String error,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (error != null && !error.matches("[A-Za-z_]{1,60}")) {
            throw ProblemException.invalid("error", "Không phải mã lỗi.", "Not an error code.");
        }
        int most = Page.limit(limit);
        return store.list(Optional.ofNullable(error), DeadLetterPlace.decode(cursor), most + 1)
                .map(found -> {
                    var page = Page.of(found, most, one -> one.place().encode());
                    return new Page<>(
                            page.items().stream()
                                    .map(DeadLetterStore.Found::letter)
                                    .toList(),
                            page.nextCursor());
                });
    }

    @POST
    @Path("/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Resent> resendDeadLetters(Resend which) {
        return store.resend(Resend.checked(which))
                .invoke(resent -> LOG.infof("an operator sends %d dead letters again", resent.queued()));
    }
}
