package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A queue as CSV (RFC 4180). The byte order mark in front makes Excel read UTF-8; a text that a spreadsheet would run as a
 * formula is marked as text by an apostrophe.
 */
final class QueueCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private QueueCsv() {}

    static String head() {
        return BYTE_ORDER_MARK
                + "code,procedureCode,procedureName,state,stateLabel,agencyCode,agencyName,receivedAt,dueAt,pausedSince,risk,"
                + "workingDaysLeft,timeUsed\r\n";
    }

    static String lines(List<QueueItem> items) {
        return items.stream().map(QueueCsv::line).collect(Collectors.joining());
    }

    private static String line(QueueItem item) {
        return Arrays.asList(
                                item.code(),
                                item.procedure().code(),
                                item.procedure().name(),
                                item.status(),
                                item.statusLabel(),
                                item.agency().code(),
                                item.agency().name(),
                                item.receivedAt(),
                                item.dueAt(),
                                item.pausedSince(),
                                item.risk(),
                                item.clock().workingDaysLeft(),
                                item.timeUsed())
                        .stream()
                        .map(QueueCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        var harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
