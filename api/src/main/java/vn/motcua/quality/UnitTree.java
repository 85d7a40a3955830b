package vn.motcua.quality;

import java.util.Optional;

/** The tree of agencies as their codes say it: H44.07 lies directly below H44. */
public final class UnitTree {
    private UnitTree() {}

    /** The unit directly below {@code agency} that {@code code} belongs to; empty for the agency itself. */
    public static Optional<String> unitBelow(String agency, String code) {
        if (!code.startsWith(agency + ".")) {
            return Optional.empty();
        }
        int end = code.indexOf('.', agency.length() + 1);
        return Optional.of(end < 0 ? code : code.substring(0, end));
    }

    /** Whether {@code code} is {@code agency} or lies below it. */
    public static boolean covers(String agency, String code) {
        return code.equals(agency) || code.startsWith(agency + ".");
    }
}
