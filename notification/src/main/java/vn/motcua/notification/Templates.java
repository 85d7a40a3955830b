package vn.motcua.notification;

import static vn.motcua.notification.Notice.Kind.DOSSIER_STATUS;
import static vn.motcua.notification.Notice.Kind.DUE_DATE_MOVED;
import static vn.motcua.notification.Notice.Kind.DUE_SOON;
import static vn.motcua.notification.Notice.Kind.OVERDUE;
import static vn.motcua.notification.Notice.Kind.RATING_INVITATION;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/**
 * The texts of the inbox. A message keeps the version it was written with, so a version is never edited: a new text is a
 * new version. A sentence is left out when one of its variables is not known.
 */
final class Templates {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

    private record Template(Notice.Kind kind, int version, Text title, List<Text> body) {}

    private static final List<Template> ALL = List.of(
            new Template(
                    DOSSIER_STATUS,
                    1,
                    new Text("Hồ sơ {dossierCode} có cập nhật mới", "Dossier {dossierCode} has an update"),
                    List.of(
                            new Text("Trạng thái: {status}.", "Status: {status}."),
                            new Text("Cơ quan: {agency}.", "Agency: {agency}."),
                            new Text("Thủ tục: {procedure}.", "Procedure: {procedure}."),
                            new Text("Người xử lý: {handler}.", "Handled by: {handler}."),
                            new Text("Tiếp nhận: {receivedAt}.", "Received: {receivedAt}."),
                            new Text("Hẹn trả kết quả: {dueAt}.", "Result due: {dueAt}."),
                            new Text("Việc bạn cần làm: {action}.", "What you need to do: {action}."))),
            new Template(
                    RATING_INVITATION,
                    1,
                    new Text("Mời bạn đánh giá dịch vụ", "How was the service?"),
                    List.of(
                            new Text(
                                    "Hồ sơ {dossierCode} đã kết thúc. Đánh giá của bạn giúp cơ quan phục vụ tốt hơn;"
                                            + " cơ quan không biết ai đánh giá.",
                                    "Dossier {dossierCode} is finished. Your rating helps the agency to serve better;"
                                            + " the agency does not learn who rated."),
                            new Text("Cơ quan: {agency}.", "Agency: {agency}."))),
            new Template(
                    DUE_SOON,
                    1,
                    new Text("Hồ sơ {dossierCode} sắp đến ngày hẹn trả", "Dossier {dossierCode} is due soon"),
                    List.of(
                            new Text("Hẹn trả kết quả: {dueAt}.", "Result due: {dueAt}."),
                            new Text("Cơ quan: {agency}.", "Agency: {agency}."),
                            new Text("Thủ tục: {procedure}.", "Procedure: {procedure}."))),
            new Template(
                    OVERDUE,
                    1,
                    new Text("Hồ sơ {dossierCode} đã quá ngày hẹn trả", "Dossier {dossierCode} is past its date"),
                    List.of(
                            new Text("Hẹn trả kết quả: {dueAt}.", "Result due: {dueAt}."),
                            new Text("Thủ tục: {procedure}.", "Procedure: {procedure}."),
                            new Text(
                                    "{agency} phải xin lỗi bạn bằng văn bản, nêu lý do và hẹn lại ngày trả (mẫu số 04).",
                                    "{agency} owes you an apology in writing with the reason and a new date (form 04)."),
                            new Text(
                                    "Bạn vẫn được nhận kết quả. Bạn có thể hỏi bộ phận một cửa hoặc gửi phản ánh, kiến nghị.",
                                    "You keep your right to the result. You may ask the one-stop unit or send feedback."))),
            new Template(
                    DUE_DATE_MOVED,
                    1,
                    new Text(
                            "Ngày hẹn trả của hồ sơ {dossierCode} thay đổi",
                            "The date of dossier {dossierCode} has changed"),
                    List.of(
                            new Text("Hẹn trả kết quả: {dueAt}.", "Result due: {dueAt}."),
                            new Text("Trước đây: {formerDueAt}.", "Before: {formerDueAt}."),
                            new Text(
                                    "Lý do: lịch làm việc của cơ quan nhà nước thay đổi.",
                                    "Reason: the working days or hours of state agencies changed."),
                            new Text("Cơ quan: {agency}.", "Agency: {agency}."),
                            new Text("Thủ tục: {procedure}.", "Procedure: {procedure}."))));

    private Templates() {}

    /** The version that new messages of this kind are written with. */
    static int current(Notice.Kind kind) {
        return ALL.stream()
                .filter(t -> t.kind() == kind)
                .mapToInt(Template::version)
                .max()
                .orElseThrow();
    }

    static String title(Notice.Kind kind, int version, Map<String, String> variables, Language language) {
        var title = find(kind, version).title().in(language);
        return fill(title, variables, language);
    }

    static String body(Notice.Kind kind, int version, Map<String, String> variables, Language language) {
        return String.join(
                " ",
                find(kind, version).body().stream()
                        .map(sentence -> fill(sentence.in(language), variables, language))
                        .filter(sentence -> !sentence.isEmpty())
                        .toList());
    }

    private static Template find(Notice.Kind kind, int version) {
        return ALL.stream()
                .filter(t -> t.kind() == kind && t.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no template " + kind + " version " + version));
    }

    /** The text with its variables, or nothing when one of them is not known. */
    private static String fill(String text, Map<String, String> variables, Language language) {
        var match = VARIABLE.matcher(text);
        var filled = new StringBuilder();
        while (match.find()) {
            var value = value(match.group(1), variables, language);
            if (value == null || value.isBlank()) {
                return "";
            }
            match.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return match.appendTail(filled).toString();
    }

    /** {@code status} is {@code statusVi} or {@code statusEn} when there is such a variable. */
    private static String value(String name, Map<String, String> variables, Language language) {
        var suffix = switch (language) {
            case VI -> "Vi";
            case EN -> "En";
        };
        var worded = variables.get(name + suffix);
        return worded == null ? variables.get(name) : worded;
    }
}
