package vn.motcua.dossier;

/** The procedure of a dossier, with the version that was in force at reception. */
public record ProcedureRef(String code, String name, Integer version) {}
