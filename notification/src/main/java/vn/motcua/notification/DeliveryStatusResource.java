package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Conditional;

/** How well pushes are delivered. Public: whoever relies on being told may know how well that works. */
@Path("/v1/status/delivery")
public class DeliveryStatusResource {
    /** Also how often the figures are counted, however many ask. */
    static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final Uni<DeliveryStatus> status;
    private volatile long countedAt = System.nanoTime() - MAX_AGE.toNanos();

    DeliveryStatusResource(FunnelStore funnel) {
        this.status = funnel.status()
                .invoke(figures -> countedAt = System.nanoTime())
                .memoize()
                .until(() -> System.nanoTime() - countedAt >= MAX_AGE.toNanos());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<DeliveryStatus>> getDeliveryStatus(@Context Request request) {
        return status.chain(figures -> Conditional.answer(
                request, MAX_AGE, figures.toString(), () -> Uni.createFrom().item(figures)));
    }
}
