package vn.motcua.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What other features may ask of the published catalogue. Answered from memory. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueReplica replica;

    Catalogue(CatalogueReplica replica) {
        this.replica = replica;
    }

    /** The version in force now of the procedure with this national key. */
    public Optional<ProcedureFacts> inForce(String key) {
        return replica.ready().flatMap(snapshot -> snapshot.facts(key));
    }

    /** The published name of a field, or its code when no procedure names it. */
    public String fieldName(String fieldCode) {
        return replica.ready().map(snapshot -> snapshot.fieldName(fieldCode)).orElse(fieldCode);
    }
}
