package vn.motcua.catalogue;

/** A field (lĩnh vực) and how many live procedures it has. */
record Field(String code, String name, int procedures) {}
