package vn.motcua.openapi;

/**
 * The order in which parts of the service start, as the priority of what observes the start. Whoever has none of these works
 * in the background and comes last: jobs that all begin to connect and to read would hold up the first answer.
 */
public final class StartOrder {
    /** Looks whether the database has all that this program needs. */
    public static final int SCHEMA = 1;

    /** Reads what every answer needs, and waits for it. */
    public static final int FIRST_READS = 100;

    private StartOrder() {}
}
