package vn.motcua.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook, read by another library than the one that wrote it. */
final class Workbooks {
    private final List<Row> rows;

    private Workbooks(List<Row> rows) {
        this.rows = rows;
    }

    static Workbooks read(byte[] bytes) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return new Workbooks(workbook.getFirstSheet().read());
        }
    }

    String text(int row, int column) {
        return row(row).getCellAsString(column).orElse(null);
    }

    /** A real number, not text that looks like one. */
    int number(int row, int column) {
        return row(row).getCellAsNumber(column).map(BigDecimal::intValueExact).orElseThrow();
    }

    List<String> allText() {
        var all = new ArrayList<String>();
        rows.forEach(row -> row.stream()
                .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                .forEach(cell -> all.add(cell.asString())));
        return all;
    }

    /** Rows are numbered from 1 and empty ones are left out. */
    private Row row(int row) {
        return rows.stream()
                .filter(one -> one.getRowNum() == row + 1)
                .findFirst()
                .orElseThrow();
    }
}
