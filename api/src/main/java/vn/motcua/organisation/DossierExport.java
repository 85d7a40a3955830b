package vn.motcua.organisation;

import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.motcua.dossier.DossierHolder;
import vn.motcua.dossier.DossierLine;
import vn.motcua.dossier.FirmDossiers;
import vn.motcua.dossier.FirmFilter;
import vn.motcua.openapi.Language;

/**
 * A firm's dossiers as a file, written while it is sent: a page of rows at a time, however many there are. By code, so each
 * dossier stands in it once although dossiers change meanwhile.
 */
@Singleton
class DossierExport {
    private static final int PAGE = 500;
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    /** A worksheet has 1,048,576 rows; behind so many the next one begins. */
    private static final int SHEET_ROWS = 1_000_000;

    private final FirmDossiers dossiers;

    /** What is exported, and in which language. */
    record Wish(DossierHolder holder, FirmFilter filter, Language language) {}

    private interface RowWriter {
        void write(DossierLine line) throws IOException;
    }

    DossierExport(FirmDossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** RFC 4180, with the byte order mark without which Excel breaks Vietnamese letters. */
    void csv(Wish wish, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        row(text, DossierTable.COLUMNS);
        each(wish, line -> row(text, DossierTable.row(line)));
        text.flush();
    }

    /** Text goes in as text, never as a formula. Strings stand in their cells: a shared table of them would grow with the rows. */
    void xlsx(Wish wish, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "MotCua", "1.0")) {
            var sheets = new Sheets(workbook, wish.language());
            each(wish, sheets::write);
            sheets.finish();
        }
    }

    private void each(Wish wish, RowWriter writer) throws IOException {
        var after = "";
        List<DossierLine> lines;
        do {
            lines = dossiers.linesAfter(wish.holder(), wish.filter(), after, PAGE, wish.language())
                    .await()
                    .atMost(DATABASE_LIMIT);
            for (var line : lines) {
                writer.write(line);
            }
            after = lines.isEmpty() ? after : lines.getLast().code();
        } while (lines.size() == PAGE);
    }

    private static void row(Writer text, List<?> cells) throws IOException {
        text.write(cells.stream().map(DossierExport::cell).collect(Collectors.joining(",", "", "\r\n")));
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

    private static final class Sheets {
        private final Workbook workbook;
        private final List<String> headings;
        private Worksheet sheet;
        private int sheets;
        private int row;

        Sheets(Workbook workbook, Language language) {
            this.workbook = workbook;
            this.headings = DossierTable.headings(language);
            begin();
        }

        private void begin() {
            sheet = workbook.newWorksheet("Hồ sơ " + ++sheets);
            for (int column = 0; column < headings.size(); column++) {
                sheet.inlineString(0, column, headings.get(column));
            }
            row = 1;
        }

        void write(DossierLine line) throws IOException {
            if (row == SHEET_ROWS) {
                sheet.finish();
                begin();
            }
            var cells = DossierTable.row(line);
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
            }
            row++;
            if (row % PAGE == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, Object value) {
            switch (value) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Boolean flag -> sheet.value(row, column, flag);
                default -> sheet.inlineString(row, column, value.toString());
            }
        }

        void finish() throws IOException {
            sheet.finish();
        }
    }
}
