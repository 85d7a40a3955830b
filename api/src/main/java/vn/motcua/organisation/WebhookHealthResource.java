package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.openapi.Role;

/** Whether firms get what they wait for. What it was and where it goes stays between the service and the firm. */
@Path("/v1/admin/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class WebhookHealthResource {
    private final WebhookHealthStore store;

    WebhookHealthResource(WebhookHealthStore store) {
        this.store = store;
    }

    @GET
    public Uni<WebhookHealth> getWebhookHealth() {
        return store.health();
    }
}
