package vn.motcua.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.motcua.openapi.ProcedureCode;

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

    /** Whether the public procedure with this national key is another one now than the version {@code pinned} was. */
    public Optional<ProcedureChange> changeSince(String key, int pinned) {
        return replica.ready().flatMap(snapshot -> {
            if (snapshot.facts(key).isEmpty()) {
                return Optional.of(new ProcedureChange(pinned, null));
            }
            return ProcedureCode.parse(key)
                    .flatMap(snapshot::resolve)
                    .map(entry -> entry.version().number())
                    .filter(current -> current != pinned)
                    .map(current -> new ProcedureChange(pinned, current));
        });
    }

    /** The published name of a field, or its code when no procedure names it. */
    public String fieldName(String fieldCode) {
        return replica.ready().map(snapshot -> snapshot.fieldName(fieldCode)).orElse(fieldCode);
    }
}
