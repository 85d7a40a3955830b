package vn.motcua.notification;

import static java.util.stream.Collectors.toSet;
import static vn.motcua.notification.Notice.Kind.ANNOUNCEMENT;
import static vn.motcua.notification.Notice.Kind.DOSSIER_STATUS;
import static vn.motcua.notification.Notice.Kind.DUE_DATE_MOVED;
import static vn.motcua.notification.Notice.Kind.DUE_SOON;
import static vn.motcua.notification.Notice.Kind.FEEDBACK_STATUS;
import static vn.motcua.notification.Notice.Kind.OVERDUE;
import static vn.motcua.notification.Notice.Kind.PROCEDURE_CHANGED;
import static vn.motcua.notification.Notice.Kind.RATING_INVITATION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/**
 * The texts of the inbox that come with the program; administrators publish others ({@link TemplateStore}). A message keeps the version it was written with, so a version is never edited: a new text is a
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
                            new Text("Thủ tục: {procedure}.", "Procedure: {procedure}."),
                            new Text(
                                    "Bạn chưa phải làm gì; khi có thay đổi bạn sẽ được báo.",
                                    "You need not do anything; you will be told of every change."))),
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
                            new Text("Thủ tục: {procedure}.", "Procedure: {procedure}."))),
            new Template(
                    ANNOUNCEMENT,
                    1,
                    new Text("{title}", "{title}"),
                    List.of(
                            new Text("{body}", "{body}"),
                            new Text(
                                    "Hệ thống dự kiến tạm dừng từ {downtimeFrom} đến {downtimeUntil}.",
                                    "The service is planned to be down from {downtimeFrom} to {downtimeUntil}."))),
            new Template(
                    PROCEDURE_CHANGED,
                    1,
                    new Text("Thủ tục {procedureCode} {change}", "Procedure {procedureCode} {change}"),
                    List.of(
                            new Text("Tên thủ tục: {procedure}.", "Name: {procedure}."),
                            new Text(
                                    "Có hiệu lực trên danh mục từ {changedOn}.",
                                    "In force in the catalogue from {changedOn}."),
                            new Text(
                                    "Hồ sơ đã được tiếp nhận vẫn theo quy định lúc tiếp nhận.",
                                    "Dossiers that were received go on by the rules of that day."))),
            new Template(
                    FEEDBACK_STATUS,
                    1,
                    new Text("Phản ánh {dossierCode} có cập nhật mới", "Feedback {dossierCode} has an update"),
                    List.of(
                            new Text("Trạng thái: {status}.", "Status: {status}."),
                            new Text("Đơn vị xử lý: {agency}.", "With: {agency}."),
                            new Text("Hạn trả lời: {dueAt}.", "Answer due: {dueAt}."),
                            new Text("Việc bạn cần làm: {action}.", "What you need to do: {action}."),
                            new Text("Hạn bổ sung: {replyBy}.", "Reply by: {replyBy}."))));

    /** What a lock screen shows to those who chose full text; other kinds stay neutral there. */
    private static final Map<Notice.Kind, Text> LOCK_SCREEN = Map.of(
            DOSSIER_STATUS, new Text("Hồ sơ {dossierCode}: {status}.", "Dossier {dossierCode}: {status}."),
            ANNOUNCEMENT, new Text("{title}", "{title}"));

    private Templates() {}

    /** The version that new messages of this kind are written with. */
    static int current(Notice.Kind kind) {
        return ALL.stream()
                .filter(t -> t.kind() == kind)
                .mapToInt(Template::version)
                .max()
                .orElseThrow();
    }

    /** The words that came with the program. */
    static Optional<Wording> shipped(Notice.Kind kind, int version) {
        return ALL.stream()
                .filter(t -> t.kind() == kind && t.version() == version)
                .map(t -> new Wording(t.title(), t.body(), Optional.ofNullable(LOCK_SCREEN.get(kind))))
                .findFirst();
    }

    /** What texts of this kind may use: what the shipped ones use, because the causes give nothing else. */
    static Set<String> variables(Notice.Kind kind) {
        return ALL.stream()
                .filter(t -> t.kind() == kind)
                .flatMap(t -> Stream.concat(Stream.of(t.title()), t.body().stream()))
                .flatMap(text -> variablesIn(text.vi()).stream())
                .collect(toSet());
    }

    /** Those that every cause gives: a title may use them, because it must never be empty. */
    static Set<String> always(Notice.Kind kind) {
        return switch (kind) {
            case DOSSIER_STATUS, RATING_INVITATION, DUE_SOON, OVERDUE, DUE_DATE_MOVED, FEEDBACK_STATUS ->
                Set.of("dossierCode");
            case ANNOUNCEMENT -> Set.of("title", "body");
            case PROCEDURE_CHANGED -> Set.of("procedureCode", "procedure", "change", "changedOn");
        };
    }

    static Set<String> variablesIn(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).collect(toSet());
    }

    static String withoutVariables(String text) {
        return VARIABLE.matcher(text).replaceAll("");
    }

    /** The text with its variables, or nothing when one of them is not known. */
    static String fill(String text, Map<String, String> variables, Language language) {
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
