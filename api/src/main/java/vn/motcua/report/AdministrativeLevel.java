package vn.motcua.report;

/** Levels that reports are consolidated over. */
enum AdministrativeLevel {
    MINISTRY("Cấp bộ"),
    PROVINCE("Cấp tỉnh"),
    COMMUNE("Cấp xã"),
    /** Codes of a province that are in no list (old and local ones). */
    LOCAL("Địa phương, chưa rõ cấp"),
    OTHER("Cơ quan khác");

    private final String label;

    AdministrativeLevel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** @param level as the list of agencies tells it */
    static AdministrativeLevel of(String level) {
        return switch (level) {
            case "MINISTRY" -> MINISTRY;
            // A department of a province handles what is done at the province.
            case "PROVINCE", "DEPARTMENT" -> PROVINCE;
            case "COMMUNE" -> COMMUNE;
            case "LOCAL" -> LOCAL;
            default -> OTHER;
        };
    }
}
