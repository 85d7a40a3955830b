package vn.motcua.dossier;

/**
 * How many overdue dossiers last gave this reason.
 *
 * @param code as the one-stop system sent it, empty where none was ever given
 */
public record OverdueCount(String agency, String field, String code, long dossiers) {}
