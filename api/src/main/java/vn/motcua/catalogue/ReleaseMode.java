package vn.motcua.catalogue;

/** MERGE leaves procedures that the file does not name as they are; FULL abolishes them. */
enum ReleaseMode {
    MERGE,
    FULL
}
