package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Procedures as they were in force on the days that were asked for. */
public record ProceduresAt(Map<Key, ProcedureFacts> found) {
    public ProceduresAt {
        found = Map.copyOf(found);
    }

    /**
     * A procedure on a day.
     *
     * @param code national key
     * @param version exactly this version, whatever was in force; null for the one in force on that day, or the first one
     *     known when the catalogue's history begins later
     */
    public record Key(String code, LocalDate day, Integer version) {}

    /** Empty for a procedure that the catalogue does not know. */
    public Optional<ProcedureFacts> find(Key key) {
        return Optional.ofNullable(found.get(key));
    }
}
