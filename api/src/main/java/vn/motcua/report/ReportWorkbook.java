package vn.motcua.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet that is handed in: number of the form and agency, title, period, headings in their groups, the row of column
 * numbers, rows, total, notes, signatures; and a sheet that says how it was made.
 */
final class ReportWorkbook {
    /** Serial number and dimension. */
    static final int TEXT_COLUMNS = 2;

    static final String TOTAL = "Tổng cộng";
    static final int HEAD_ROW = 7;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int SERIAL_WIDTH = 6;
    private static final int LABEL_WIDTH = 42;
    private static final int NUMBER_WIDTH = 13;
    private static final String CENTRE = "center";

    private final Report report;
    private final Worksheet sheet;
    private final int last;

    private ReportWorkbook(Report report, Worksheet sheet) {
        this.report = report;
        this.sheet = sheet;
        this.last = report.columns().size() - 1;
    }

    static byte[] of(Report report) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "MotCua", "1.0")) {
            new ReportWorkbook(report, workbook.newWorksheet("Báo cáo")).write();
            method(report, workbook.newWorksheet("Cách tính"));
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory", e);
        }
        return out.toByteArray();
    }

    private void write() {
        sheet.width(0, SERIAL_WIDTH);
        sheet.width(1, LABEL_WIDTH);
        for (int column = TEXT_COLUMNS; column <= last; column++) {
            sheet.width(column, NUMBER_WIDTH);
        }
        head();
        int depth = headings();
        int row = numbers(HEAD_ROW + depth);
        sheet.freezePane(TEXT_COLUMNS, row);
        row = rows(row);
        row = notes(row + 1);
        signatures(row + 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private void head() {
        text(0, 0, "Biểu số " + report.number());
        text(1, 0, "Ban hành theo: " + report.basis());
        text(
                2,
                0,
                "Đơn vị báo cáo: " + report.agency().name() + " ("
                        + report.agency().code() + ")");
        text(3, 0, report.title());
        text(4, 0, period());
        text(5, 0, "Đơn vị tính: " + report.unit());
        for (int row = 3; row <= 5; row++) {
            sheet.range(row, 0, row, last).merge();
            sheet.range(row, 0, row, last).style().horizontalAlignment(CENTRE).set();
        }
        sheet.style(3, 0).bold().fontSize(13).horizontalAlignment(CENTRE).set();
        sheet.style(5, 0).italic().horizontalAlignment("right").set();
        var issue = report.issue();
        if (issue == null) {
            text(6, 0, "BẢN NHÁP, CHƯA PHÁT HÀNH");
            sheet.style(6, 0).bold().set();
        } else if (issue.corrects() != null) {
            text(6, 0, "Đính chính, thay báo cáo " + issue.corrects() + ": " + issue.reason());
        }
    }

    private String period() {
        var period = report.period();
        return "Kỳ báo cáo: %s (từ ngày %s đến ngày %s)"
                .formatted(
                        PeriodWords.of(period),
                        period.from().format(DAY),
                        period.to().format(DAY));
    }

    /** Groups that neighbours share are one cell; a heading without a group goes down to the last row. How many rows. */
    private int headings() {
        int depth = 1
                + report.columns().stream()
                        .mapToInt(column -> column.group().size())
                        .max()
                        .orElse(0);
        for (int column = 0; column <= last; column++) {
            var groups = report.columns().get(column).group();
            for (int level = 0; level < groups.size(); level++) {
                if (begins(column, level)) {
                    int end = column;
                    while (end < last && !begins(end + 1, level) && shares(column, end + 1, level)) {
                        end++;
                    }
                    block(HEAD_ROW + level, column, HEAD_ROW + level, end, groups.get(level));
                }
            }
            block(
                    HEAD_ROW + groups.size(),
                    column,
                    HEAD_ROW + depth - 1,
                    column,
                    report.columns().get(column).title());
        }
        return depth;
    }

    private boolean begins(int column, int level) {
        return column == 0 || !shares(column, column - 1, level);
    }

    private boolean shares(int one, int other, int level) {
        var groups = report.columns().get(one).group();
        var others = report.columns().get(other).group();
        return groups.size() > level
                && others.size() > level
                && groups.subList(0, level + 1).equals(others.subList(0, level + 1));
    }

    private void block(int top, int left, int bottom, int right, String title) {
        text(top, left, title);
        if (top != bottom || left != right) {
            sheet.range(top, left, bottom, right).merge();
        }
        sheet.range(top, left, bottom, right)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment(CENTRE)
                .verticalAlignment(CENTRE)
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    /** The row below the headings: (3)=(4)+(5)+(6). */
    private int numbers(int row) {
        for (int column = 0; column <= last; column++) {
            text(row, column, number(report.columns().get(column)));
        }
        framed(row)
                .italic()
                .horizontalAlignment(CENTRE)
                .borderStyle(BorderStyle.THIN)
                .set();
        return row + 1;
    }

    static String number(Report.Column column) {
        var own = "(" + column.number() + ")";
        return column.formula() == null ? own : own + "=(" + column.formula().replace("+", ")+(") + ")";
    }

    private int rows(int from) {
        int row = from;
        for (var line : report.rows()) {
            text(row, 0, line.number());
            text(row, 1, line.label());
            values(row, line.values());
            if (line.depth() == 0 && report.groupBy() == ReportGroup.UNIT_FIELD) {
                framed(row).bold().borderStyle(BorderStyle.THIN).set();
            } else {
                framed(row).borderStyle(BorderStyle.THIN).set();
            }
            row++;
        }
        if (report.total() != null) {
            text(row, 1, TOTAL);
            values(row, report.total());
            framed(row).bold().borderStyle(BorderStyle.THIN).set();
            row++;
        }
        return row;
    }

    /** Numbers as numbers, so that they can be computed with. */
    private void values(int row, java.util.Map<String, Long> values) {
        for (int column = TEXT_COLUMNS; column <= last; column++) {
            sheet.value(row, column, values.get(report.columns().get(column).key()));
        }
    }

    private org.dhatim.fastexcel.StyleSetter framed(int row) {
        return sheet.range(row, 0, row, last).style();
    }

    private int notes(int from) {
        int row = from;
        for (var note : report.notes()) {
            text(row, 0, "Ghi chú: " + note);
            row++;
        }
        return row;
    }

    private void signatures(int row) {
        var issue = report.issue();
        int right = Math.max(TEXT_COLUMNS, last - 3);
        text(row, right, day(issue == null ? null : issue.issuedAt().toLocalDate()));
        var titles = report.signatures();
        if (titles.isEmpty()) {
            return;
        }
        sign(row + 1, 1, titles.getFirst(), "(Ký, ghi rõ họ tên)", issue == null ? null : issue.preparedBy());
        sign(
                row + 1,
                right,
                issue == null || issue.signerPosition() == null ? titles.getLast() : issue.signerPosition(),
                "(Ký tên, đóng dấu)",
                issue == null ? null : issue.signedBy());
    }

    private void sign(int row, int column, String title, String how, String name) {
        text(row, column, title);
        sheet.style(row, column).bold().set();
        text(row + 1, column, how);
        sheet.style(row + 1, column).italic().set();
        if (name != null) {
            text(row + 5, column, name);
        }
    }

    private static String day(LocalDate day) {
        return day == null
                ? "........, ngày ... tháng ... năm ......"
                : "........, ngày %02d tháng %02d năm %d"
                        .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** Text goes in as text, never as a formula. */
    private void text(int row, int column, String text) {
        sheet.value(row, column, text);
    }

    private static void method(Report report, Worksheet sheet) {
        sheet.width(0, 110);
        var lines = List.of(
                "Cách tính: " + report.recipe(),
                "Tính đến: " + report.asOf(),
                "Mã phát hành: "
                        + (report.issue() == null
                                ? "chưa phát hành"
                                : report.issue().id()),
                report.period().basis().label().vi());
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row));
            sheet.style(row, 0).wrapText(true).set();
        }
    }
}
