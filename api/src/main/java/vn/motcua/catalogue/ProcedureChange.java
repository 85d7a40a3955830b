package vn.motcua.catalogue;

/**
 * A procedure that is another one now than when a dossier was received.
 *
 * @param current version in force now, null when the procedure was abolished
 */
public record ProcedureChange(int pinned, Integer current) {
    public boolean abolished() {
        return current == null;
    }
}
