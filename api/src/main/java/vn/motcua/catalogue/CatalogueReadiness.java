package vn.motcua.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down until this replica can answer a search. */
@Readiness
@ApplicationScoped
class CatalogueReadiness implements HealthCheck {
    private final CatalogueReplica replica;

    CatalogueReadiness(CatalogueReplica replica) {
        this.replica = replica;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("catalogue");
        return replica.ready()
                .map(snapshot -> response.up().withData("release", snapshot.releaseId()))
                .orElseGet(response::down)
                .build();
    }
}
