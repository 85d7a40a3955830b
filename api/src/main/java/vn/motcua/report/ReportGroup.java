package vn.motcua.report;

/** What the rows of a report are. */
enum ReportGroup {
    /** Units directly below the agency, each with all below it. */
    UNIT,
    FIELD,
    /** Units, and under each its fields. */
    UNIT_FIELD,
    /** Consolidated over levels: ministry, province, commune. */
    LEVEL,
    /** Kinds of feedback. */
    KIND,
    /** One row, causes in columns. */
    CAUSE,
    PROCEDURE,
    /** Publishing authorities. */
    AUTHORITY
}
