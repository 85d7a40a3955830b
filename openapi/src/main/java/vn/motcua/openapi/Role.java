package vn.motcua.openapi;

/** Realm roles, for {@code @RolesAllowed}. */
public final class Role {
    public static final String CITIZEN = "citizen";
    public static final String BUSINESS = "business";
    public static final String OFFICER = "officer";
    public static final String ONE_STOP_SYSTEM = "one-stop-system";
    public static final String ADMIN = "admin";

    private Role() {}
}
