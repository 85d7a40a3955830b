package vn.motcua.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What other features may ask of the published catalogue. Answered from memory. */
@ApplicationScoped
public class Catalogue {
    /** The version in force now of the procedure with this national key. */
    public Optional<ProcedureFacts> inForce(String key) {
        return Optional.empty();
    }

    /** The published name of a field, or its code when no procedure names it. */
    public String fieldName(String fieldCode) {
        return fieldCode;
    }
}
