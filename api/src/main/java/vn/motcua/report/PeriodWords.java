package vn.motcua.report;

/** A period as it is printed. */
final class PeriodWords {
    private PeriodWords() {}

    static String of(Report.Period period) {
        var name = period.name();
        var year = name.substring(0, 4);
        return switch (period.type()) {
            case DAY -> "ngày " + name.substring(8) + "/" + name.substring(5, 7) + "/" + year;
            case WEEK -> "tuần " + name.substring(6) + " năm " + year;
            case MONTH -> "tháng " + name.substring(5) + "/" + year;
            case QUARTER -> "quý " + roman(name.charAt(6)) + "/" + year;
            case HALF_YEAR -> "6 tháng " + (name.endsWith("1") ? "đầu" : "cuối") + " năm " + year;
            case NINE_MONTHS -> "9 tháng năm " + year;
            case YEAR -> "năm " + year;
        };
    }

    private static String roman(char quarter) {
        return switch (quarter) {
            case '1' -> "I";
            case '2' -> "II";
            case '3' -> "III";
            default -> "IV";
        };
    }
}
