package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The pocket of the release that this replica serves. */
@ApplicationScoped
class Pockets {
    private final CatalogueReplica replica;
    private final ObjectMapper json;
    private Pocket current;

    Pockets(CatalogueReplica replica, ObjectMapper json) {
        this.replica = replica;
        this.json = json;
    }

    Uni<Pocket> whenReady() {
        return replica.whenReady().map(this::of);
    }

    private synchronized Pocket of(CatalogueSnapshot snapshot) {
        if (current == null || !current.isOf(snapshot)) {
            current = new Pocket(snapshot, json);
        }
        return current;
    }
}
