package vn.motcua.satisfaction;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Scores as CSV (RFC 4180). It starts with a byte order mark: without one Excel reads UTF-8 as the local code page and
 * breaks every Vietnamese letter; programs that read UTF-8 skip it.
 */
final class CsvScores {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvScores() {}

    static String csv(Scores scores) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        append(text, ScoreTable.COLUMNS);
        ScoreTable.rows(scores).forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<?> row) {
        text.append(row.stream().map(CsvScores::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quoted(harmless(text));
            default -> value.toString();
        };
    }

    /** A text that a spreadsheet would run as a formula is marked as text by an apostrophe. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
