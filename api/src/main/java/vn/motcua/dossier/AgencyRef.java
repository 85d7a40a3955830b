package vn.motcua.dossier;

/** An agency by code and name. */
record AgencyRef(String code, String name) {}
