package vn.motcua.catalogue;

/** Unit of a published time limit. */
public enum TimeUnit {
    HOUR,
    DAY,
    WORKING_DAY,
    MONTH,
    YEAR,
    OTHER
}
