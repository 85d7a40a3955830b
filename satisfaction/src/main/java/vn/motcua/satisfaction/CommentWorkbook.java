package vn.motcua.satisfaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** The workbook: comments, counts of topics, and how to read both. */
final class CommentWorkbook {
    private static final int TABLE_ROW = 4;
    private static final int TEXT_COLUMN = 4;
    private static final Text COMMENTS = new Text("Nhận xét", "Comments");
    private static final Text TOPICS = new Text("Chủ đề", "Topics");
    private static final Text NOTES = new Text("Ghi chú", "Notes");
    private static final Text TITLE = new Text("Nhận xét của người dân: ", "What people wrote: ");
    private static final Text PERIOD = new Text("Kỳ: %s đến %s", "Period: %s to %s");
    private static final Text RECIPE = new Text("Cách chọn: ", "Recipe: ");
    private static final Text HIDDEN = new Text("ẩn", "hidden");
    private static final List<Text> HEADINGS = List.of(
            new Text("Nhóm", "Group"),
            new Text("Mã cơ quan", "Agency code"),
            new Text("Cơ quan", "Agency"),
            new Text("Tháng", "Month"),
            new Text("Nhận xét", "Comment"),
            new Text("Mã chủ đề", "Topic codes"),
            new Text("Chủ đề", "Topics"));
    private static final List<Text> TOPIC_HEADINGS = List.of(
            new Text("Mã chủ đề", "Topic code"),
            new Text("Chủ đề", "Topic"),
            new Text("Số nhận xét nhắc đến", "Comments that mention it"),
            new Text("Trong số nhận xét", "Of comments"),
            new Text("Tỷ lệ (%)", "Share (%)"));

    private CommentWorkbook() {}

    static byte[] of(CommentPage page, Language language) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "MotCua", "1.0")) {
            writeComments(workbook.newWorksheet(COMMENTS.in(language)), page, language);
            writeTopics(workbook.newWorksheet(TOPICS.in(language)), page, language);
            writeNotes(workbook.newWorksheet(NOTES.in(language)), page, language);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory", e);
        }
        return out.toByteArray();
    }

    private static void writeComments(Worksheet sheet, CommentPage page, Language language) {
        sheet.value(0, 0, TITLE.in(language) + page.label());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, PERIOD.in(language).formatted(page.from(), page.to()));
        sheet.value(2, 0, RECIPE.in(language) + page.recipe());
        writeHeadings(sheet, TABLE_ROW, HEADINGS, language);
        sheet.width(2, 36);
        sheet.width(TEXT_COLUMN, 90);
        sheet.width(6, 40);
        sheet.freezePane(0, TABLE_ROW + 1);
        int row = TABLE_ROW + 1;
        for (var cells : CommentTable.rows(page, language)) {
            for (int column = 0; column < HEADINGS.size(); column++) {
                // As text, never as a formula.
                sheet.value(row, column, cells.get(column));
            }
            sheet.style(row, TEXT_COLUMN).wrapText(true).set();
            row++;
        }
    }

    private static void writeTopics(Worksheet sheet, CommentPage page, Language language) {
        writeHeadings(sheet, 0, TOPIC_HEADINGS, language);
        sheet.width(1, 40);
        int row = 1;
        for (var topic : page.topics()) {
            sheet.value(row, 0, topic.topic());
            sheet.value(row, 1, topic.label());
            if (topic.hidden()) {
                sheet.value(row, 2, HIDDEN.in(language));
            } else {
                sheet.value(row, 2, topic.mentions());
                sheet.value(row, 3, topic.comments());
                sheet.value(row, 4, topic.share());
            }
            row++;
        }
    }

    private static void writeHeadings(Worksheet sheet, int row, List<Text> headings, Language language) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(row, column, headings.get(column).in(language));
            sheet.style(row, column).bold().wrapText(true).set();
        }
    }

    private static void writeNotes(Worksheet sheet, CommentPage page, Language language) {
        sheet.width(0, 110);
        sheet.value(0, 0, RECIPE.in(language) + page.recipe());
        for (int i = 0; i < page.notes().size(); i++) {
            sheet.value(i + 1, 0, page.notes().get(i));
            sheet.style(i + 1, 0).wrapText(true).set();
        }
    }
}
