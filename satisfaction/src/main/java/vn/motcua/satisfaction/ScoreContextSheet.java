package vn.motcua.satisfaction;

import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** The sheet beside the scores: which factor moves them most, and where the questionnaire changed. */
final class ScoreContextSheet {
    private static final Text NAME = new Text("Yếu tố tác động", "Drivers");
    private static final Text CAUTION = new Text(
            "So sánh giữa những người trả lời, không chứng minh nguyên nhân.", "Compares people and proves no cause.");
    private static final Text BREAKS = new Text("Thay đổi phiếu hỏi", "Changes of the questionnaire");
    private static final Text POOLED = new Text("tính gộp với phiếu trước", "pooled with the one before");
    private static final Text NOT_POOLED = new Text("không tính gộp", "not pooled");
    private static final List<Text> HEADINGS = List.of(
            new Text("Mã yếu tố", "Factor code"),
            new Text("Yếu tố", "Factor"),
            new Text("Số câu trả lời (n)", "Answers (n)"),
            new Text("Chênh lệch hài lòng chung (điểm)", "Effect on the whole (points)"),
            new Text("Mức tăng có thể (điểm)", "Potential (points)"));

    private ScoreContextSheet() {}

    static void write(Workbook workbook, Scores scores, Language language) {
        var sheet = workbook.newWorksheet(NAME.in(language));
        sheet.width(1, 40);
        sheet.value(0, 0, CAUTION.in(language));
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.value(1, column, HEADINGS.get(column).in(language));
            sheet.style(1, column).bold().wrapText(true).set();
        }
        int row = 2;
        for (var driver : scores.drivers()) {
            sheet.value(row, 0, driver.factor().name());
            sheet.value(row, 1, driver.label());
            sheet.value(row, 2, driver.n());
            sheet.value(row, 3, driver.effect());
            sheet.value(row, 4, driver.potential());
            row++;
        }
        writeBreaks(sheet, row + 1, scores, language);
    }

    private static void writeBreaks(Worksheet sheet, int top, Scores scores, Language language) {
        sheet.value(top, 0, BREAKS.in(language));
        sheet.style(top, 0).bold().set();
        int row = top + 1;
        for (var change : scores.seriesBreaks()) {
            sheet.value(row, 0, change.month());
            sheet.value(row, 1, change.questionnaire() + "/" + change.version());
            sheet.value(row, 2, (change.pooled() ? POOLED : NOT_POOLED).in(language));
            row++;
        }
    }
}
