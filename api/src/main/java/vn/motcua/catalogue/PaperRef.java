package vn.motcua.catalogue;

/**
 * A paper that somebody says belongs to a version of a procedure.
 *
 * @param procedure national key
 * @param paper code of the component
 */
public record PaperRef(String procedure, int version, String paper) {}
