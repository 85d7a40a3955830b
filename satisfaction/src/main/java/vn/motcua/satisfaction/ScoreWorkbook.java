package vn.motcua.satisfaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** The workbook: a sheet of scores under a title with period and recipe, and a sheet that says how to read them. */
final class ScoreWorkbook {
    private static final int TABLE_ROW = 4;
    private static final Text SCORES = new Text("Điểm", "Scores");
    private static final Text NOTES = new Text("Ghi chú", "Notes");
    private static final Text TITLE = new Text("Mức độ hài lòng (kiểu SIPAS): ", "Satisfaction (SIPAS-style): ");
    private static final Text PERIOD = new Text("Kỳ: %s đến %s", "Period: %s to %s");
    private static final Text RECIPE = new Text("Cách tính: ", "Recipe: ");

    private static final List<Text> HEADINGS = List.of(
            new Text("Mã", "Key"),
            new Text("Nhóm", "Group"),
            new Text("Mã yếu tố", "Factor code"),
            new Text("Yếu tố", "Factor"),
            new Text("Ẩn", "Hidden"),
            new Text("Số lượt đánh giá", "Ratings"),
            new Text("Hồ sơ đã kết thúc", "Ended dossiers"),
            new Text("Tỷ lệ trả lời (%)", "Response rate (%)"),
            new Text("Số câu trả lời (n)", "Answers (n)"),
            new Text("Chỉ số (%)", "Index (%)"),
            new Text("Khoảng tin cậy, từ", "Interval, low"),
            new Text("Khoảng tin cậy, đến", "Interval, high"),
            ScaleLevel.label(1),
            ScaleLevel.label(2),
            ScaleLevel.label(3),
            ScaleLevel.label(4),
            ScaleLevel.label(5),
            new Text("Chỉ số chung (%)", "Overall index (%)"),
            new Text("Thứ hạng, cao nhất", "Rank, best"),
            new Text("Thứ hạng, thấp nhất", "Rank, worst"),
            new Text("Lý do ẩn", "Why hidden"));

    /** Period and recipe stand above the table and are no columns of it. */
    private static final List<Integer> COLUMNS = IntStream.range(0, ScoreTable.COLUMNS.size())
            .filter(column -> !List.of("from", "to", "recipe").contains(ScoreTable.COLUMNS.get(column)))
            .boxed()
            .toList();

    private static final Text BELOW_TEN =
            new Text("Chưa có đủ 10 lượt đánh giá được công bố", "Fewer than ten ratings are published");

    private static final List<Text> EXPLANATIONS = List.of(
            new Text(
                    "Số liệu do người dân, doanh nghiệp đánh giá trên ứng dụng; theo kiểu SIPAS, không phải Chỉ số SIPAS của Bộ Nội vụ.",
                    "Rated by people and firms in the app; SIPAS-style, not the SIPAS index of the Ministry of Home Affairs."),
            new Text(
                    "Chỉ số là tỷ lệ câu trả lời ở mức 4 và 5. Câu không áp dụng không được tính.",
                    "The index is the share of answers at levels 4 and 5. Questions that do not apply are not counted."),
            new Text(
                    "Khoảng tin cậy 95 % theo Wilson; khi hai khoảng chồng lên nhau, không nên nói nhóm nào hơn.",
                    "Wilson 95 % interval; where two intervals overlap, neither group should be called better."),
            new Text(
                    "Đánh giá được công bố theo từng nhóm từ 10 lượt trở lên, không bao giờ chia nhỏ nữa; phần còn lại chờ đủ 10.",
                    "Ratings are published in sets of at least 10 that are never divided again; the others wait for ten."),
            new Text(
                    "Tháng là tháng hồ sơ kết thúc. Cơ quan gồm cả các đơn vị trực thuộc.",
                    "The month is the one in which the dossier ended. An agency includes the units below it."),
            new Text(
                    "Thứ hạng là khoảng các vị trí có thể; không xếp hạng nhóm dưới 30 lượt. Khoảng chồng nhau là đồng hạng.",
                    "A rank is the places a group may have; none under 30 ratings. Where intervals overlap, groups are tied."),
            new Text(
                    "Tỷ lệ trả lời để trống khi có đánh giá được tính vào tháng sau tháng hồ sơ kết thúc.",
                    "The response rate is blank where ratings were counted in a later month than their dossiers."));

    private ScoreWorkbook() {}

    static byte[] of(Scores scores, Language language) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "MotCua", "1.0")) {
            writeScores(workbook.newWorksheet(SCORES.in(language)), scores, language);
            writeNotes(workbook.newWorksheet(NOTES.in(language)), scores, language);
            ScoreContextSheet.write(workbook, scores, language);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory", e);
        }
        return out.toByteArray();
    }

    private static void writeScores(Worksheet sheet, Scores scores, Language language) {
        sheet.value(0, 0, TITLE.in(language) + scores.total().label());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, PERIOD.in(language).formatted(scores.from(), scores.to()));
        sheet.value(2, 0, RECIPE.in(language) + scores.recipe());
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.value(TABLE_ROW, column, HEADINGS.get(column).in(language));
            sheet.style(TABLE_ROW, column).bold().wrapText(true).set();
        }
        sheet.width(1, 36);
        sheet.width(3, 36);
        sheet.freezePane(2, TABLE_ROW + 1);
        int row = TABLE_ROW + 1;
        for (var cells : ScoreTable.rows(scores)) {
            for (int column = 0; column < HEADINGS.size(); column++) {
                var value = cells.get(COLUMNS.get(column));
                write(sheet, row, column, ScoreTable.BELOW_TEN.equals(value) ? BELOW_TEN.in(language) : value);
            }
            row++;
        }
    }

    /** Text goes in as text, never as a formula; numbers as numbers, so that they can be computed with. */
    private static void write(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean flag -> sheet.value(row, column, flag);
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static void writeNotes(Worksheet sheet, Scores scores, Language language) {
        sheet.width(0, 110);
        sheet.value(0, 0, RECIPE.in(language) + scores.recipe());
        for (int i = 0; i < EXPLANATIONS.size(); i++) {
            sheet.value(i + 1, 0, EXPLANATIONS.get(i).in(language));
            sheet.style(i + 1, 0).wrapText(true).set();
        }
    }
}
