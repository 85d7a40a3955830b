package vn.motcua.catalogue;

/** A checked record on its way into a release, as JSON. {@code editorial} is null when the file does not bring it. */
record StagedProcedure(
        String code, boolean internal, String record, String checksum, String editorial, boolean withdrawn) {}
