package vn.motcua.feedback;

/**
 * A time limit.
 *
 * @param agency code above all units it holds for; empty for all
 * @param workingDays 1 to 250
 * @param source the rule that says so
 */
record Limit(LimitStep step, String agency, int workingDays, String source) {
    Limit {
        if (workingDays < 1) {
            throw new IllegalArgumentException("workingDays < 1");
        }
    }

    boolean holdsFor(String unit) {
        return agency.isEmpty() || unit.equals(agency) || unit.startsWith(agency + ".");
    }
}
