package vn.motcua.catalogue;

/** A code with the name people know it by. */
record NamedCode(String code, String name) {}
