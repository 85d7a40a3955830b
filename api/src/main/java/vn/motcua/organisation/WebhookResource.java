package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** Where a firm's feed is delivered to. */
@Path("/v1/organisations/{code}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.BUSINESS, Role.CITIZEN})
class WebhookResource {
    private final OrganisationAccess access;
    private final Webhooks webhooks;
    private final Replays replays;
    private final WebhookDelivery delivery;

    WebhookResource(OrganisationAccess access, Webhooks webhooks, Replays replays, WebhookDelivery delivery) {
        this.access = access;
        this.webhooks = webhooks;
        this.replays = replays;
        this.delivery = delivery;
    }

    @GET
    public Uni<Page<Webhook>> listWebhooks(@RestPath String code) {
        return access.require(code, Scope.WEBHOOKS).chain(webhooks::all).map(all -> new Page<>(all, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public Uni<Webhook> createWebhook(@RestPath String code, WebhookInput webhook) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> webhooks.create(who, webhook));
    }

    @GET
    @Path("/{id}")
    public Uni<Webhook> getWebhook(@RestPath String code, @RestPath UUID id) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> webhooks.one(who, id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Webhook> changeWebhook(@RestPath String code, @RestPath UUID id, WebhookInput webhook) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> webhooks.change(who, id, webhook));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> deleteWebhook(@RestPath String code, @RestPath UUID id) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> webhooks.delete(who, id));
    }

    @POST
    @Path("/{id}/secret")
    public Uni<WebhookSecretChange> rotateWebhookSecret(@RestPath String code, @RestPath UUID id) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> webhooks.rotate(who, id));
    }

    /** Answers with what came of it, at the latest after the time of one attempt. */
    @POST
    @Path("/{id}/ping")
    public Uni<PingResult> pingWebhook(@RestPath String code, @RestPath UUID id) {
        return access.require(code, Scope.WEBHOOKS)
                .chain(who -> webhooks.stored(who, id)
                        .call(() -> webhooks.allowPing(who, id))
                        .chain(delivery::ping));
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ReplayResult> replayWebhook(@RestPath String code, @RestPath UUID id, ReplayInput from) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> replays.replay(who, id, from));
    }

    @GET
    @Path("/{id}/dead-letters")
    public Uni<Page<UndeliveredMessage>> listUndeliveredMessages(
            @RestPath String code, @RestPath UUID id, @RestQuery Integer limit, @RestQuery String cursor) {
        var most = Page.limit(limit);
        return access.require(code, Scope.WEBHOOKS).chain(who -> replays.deadLetters(who, id, most, cursor));
    }

    @POST
    @Path("/{id}/dead-letters/{entry}/resend")
    public Uni<Void> resendDeadLetter(@RestPath String code, @RestPath UUID id, @RestPath UUID entry) {
        return access.require(code, Scope.WEBHOOKS).chain(who -> replays.resend(who, id, entry));
    }
}
