package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;
import vn.motcua.openapi.Vietnam;

/** Each step of a dossier in words that need no knowledge of the administration. */
final class StepWords {
    private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final Text SOME_AGENCY = new Text("Cơ quan giải quyết", "The agency");

    /** Refusals and supplement requests are written and give reasons (NĐ 63/2010/NĐ-CP art. 18.5); a stop owes one as much. */
    private static final Set<DossierStatus> OWE_A_REASON =
            EnumSet.of(DossierStatus.REFUSED, DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.STOPPED);

    private static final Text NO_REASON = new Text(
            "Cơ quan không nêu lý do. Bạn có quyền yêu cầu cơ quan trả lời bằng văn bản và nêu rõ lý do.",
            "The agency gave no reason. You may ask it for a written answer that states one.");

    private StepWords() {}

    /**
     * What happened.
     *
     * @param before the state before, null at the first step
     * @param agency name of who did it, null where not told
     */
    static String happened(DossierStatus before, DossierStatus status, String agency, Language language) {
        var who = agency == null ? SOME_AGENCY.in(language) : agency;
        return happened(before, status).in(language).formatted(who);
    }

    /** That a reason is owed and was not given; null where none is owed. */
    static String noReason(DossierStatus status, Language language) {
        return OWE_A_REASON.contains(status) ? NO_REASON.in(language) : null;
    }

    private static Text happened(DossierStatus before, DossierStatus status) {
        return switch (status) {
            case SUBMITTED ->
                new Text(
                        "Hồ sơ đã được nộp. %s chưa tiếp nhận nên thời hạn giải quyết chưa bắt đầu.",
                        "The dossier was submitted. %s has not accepted it yet, so the time limit has not begun.");
            case RECEIVED ->
                new Text(
                        "%s đã tiếp nhận hồ sơ. Thời hạn giải quyết được tính từ đây.",
                        "%s accepted the dossier. The time limit counts from here.");
            case REFUSED -> new Text("%s không tiếp nhận hồ sơ.", "%s did not accept the dossier.");
            case IN_PROGRESS -> inProgress(before);
            case SUPPLEMENT_REQUESTED ->
                new Text(
                        "%s yêu cầu bạn bổ sung giấy tờ. Thời hạn giải quyết tạm dừng cho đến khi bạn bổ sung.",
                        "%s asked you for more papers. The time limit stands still until you supply them.");
            case PAYMENT_REQUESTED ->
                new Text(
                        "%s yêu cầu bạn nộp tiền (phí, lệ phí, thuế). Thời hạn giải quyết tạm dừng cho đến khi bạn nộp.",
                        "%s asked you to pay (a fee or a tax). The time limit stands still until you have paid.");
            case WITHDRAWAL_REQUESTED ->
                new Text(
                        "Người nộp đã đề nghị rút hồ sơ. %s đang xem xét.",
                        "The applicant asked to withdraw the dossier. %s is looking at it.");
            case STOPPED ->
                before == DossierStatus.WITHDRAWAL_REQUESTED
                        ? new Text(
                                "%s đã cho rút hồ sơ và dừng giải quyết.",
                                "%s let the dossier be withdrawn and stopped.")
                        : new Text("%s đã dừng giải quyết hồ sơ.", "%s stopped handling the dossier.");
            case RESULT_READY ->
                new Text("%s đã giải quyết xong. Kết quả đã sẵn sàng.", "%s finished handling. The result is ready.");
            case RETURNED ->
                before == DossierStatus.STOPPED
                        ? new Text("%s đã trả lại giấy tờ.", "%s gave the papers back.")
                        : new Text("%s đã trả kết quả.", "%s handed over the result.");
        };
    }

    private static Text inProgress(DossierStatus before) {
        return switch (before) {
            case SUPPLEMENT_REQUESTED ->
                new Text(
                        "%s đã nhận giấy tờ bổ sung và tiếp tục giải quyết.",
                        "%s has the papers that were missing and goes on.");
            case PAYMENT_REQUESTED ->
                new Text("%s đã ghi nhận việc nộp tiền và tiếp tục giải quyết.", "%s has the payment and goes on.");
            case WITHDRAWAL_REQUESTED ->
                new Text("Hồ sơ không bị rút; %s tiếp tục giải quyết.", "The dossier was not withdrawn; %s goes on.");
            case RESULT_READY ->
                new Text("%s lấy lại kết quả để sửa và giải quyết tiếp.", "%s took the result back to correct it.");
            case null, default -> new Text("%s đang giải quyết hồ sơ.", "%s is working on the dossier.");
        };
    }

    /** What comes now, for every state: also when there is nothing to do. */
    static String next(DossierStatus status, OffsetDateTime due, boolean overdue, Language language) {
        return switch (status) {
            case SUBMITTED ->
                new Text(
                                "Bạn chưa phải làm gì. Hãy chờ cơ quan tiếp nhận hoặc báo cần bổ sung.",
                                "Nothing to do yet. Wait until the agency accepts it or asks for more.")
                        .in(language);
            case RECEIVED, IN_PROGRESS -> running(due, overdue, language);
            case REFUSED ->
                new Text(
                                "Xem lý do, sửa hồ sơ rồi nộp lại. Nếu không đồng ý, bạn có thể khiếu nại.",
                                "Read the reason, correct the dossier and file it again. You may also object.")
                        .in(language);
            case SUPPLEMENT_REQUESTED ->
                new Text(
                                "Hãy bổ sung giấy tờ; sau đó thời hạn được tính tiếp.",
                                "Supply the papers; then the time limit goes on.")
                        .in(language);
            case PAYMENT_REQUESTED ->
                new Text("Hãy nộp tiền; sau đó thời hạn được tính tiếp.", "Pay; then the time limit goes on.")
                        .in(language);
            case WITHDRAWAL_REQUESTED ->
                new Text(
                                "Bạn không phải làm gì. Cơ quan sẽ báo khi hồ sơ được rút.",
                                "Nothing to do. The agency tells you when the dossier is withdrawn.")
                        .in(language);
            case STOPPED ->
                new Text(
                                "Hãy nhận lại giấy tờ đã nộp. Muốn tiếp tục, bạn nộp hồ sơ mới.",
                                "Collect the papers you handed in. To go on, file a new dossier.")
                        .in(language);
            case RESULT_READY -> new Text("Hãy nhận kết quả.", "Collect the result.").in(language);
            case RETURNED ->
                new Text(
                                "Hồ sơ đã xong, bạn không phải làm gì nữa.",
                                "The dossier is closed; there is nothing left to do.")
                        .in(language);
        };
    }

    private static String running(OffsetDateTime due, boolean overdue, Language language) {
        if (due == null) {
            return new Text(
                            "Bạn không phải làm gì. Chưa có ngày hẹn trả kết quả.",
                            "Nothing to do. No date for the result is known yet.")
                    .in(language);
        }
        var text = overdue
                ? new Text(
                        "Hồ sơ đã quá ngày hẹn %s. Cơ quan phải xin lỗi và hẹn lại; bạn có thể hỏi cơ quan giải quyết.",
                        "The dossier is late: it was due on %s. The agency owes you an apology and a new date; you may ask it.")
                : new Text(
                        "Bạn không phải làm gì. Ngày hẹn trả kết quả: %s.", "Nothing to do. The result is due on %s.");
        return text.in(language).formatted(day(due, language));
    }

    static String day(OffsetDateTime time, Language language) {
        return time.atZoneSameInstant(Vietnam.ZONE).format(language == Language.VI ? DAY_VI : DAY_EN);
    }
}
