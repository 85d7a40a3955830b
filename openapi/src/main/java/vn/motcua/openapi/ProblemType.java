package vn.motcua.openapi;

import java.util.Locale;

/** The closed list of problems (RFC 9457). The contract's {@code Problem.type} lists the same ones. */
public enum ProblemType {
    INVALID_INPUT(400, "Dữ liệu gửi lên chưa đúng", "The input is not valid"),
    MALFORMED_BODY(400, "Không đọc được nội dung gửi lên", "The body cannot be read"),
    UNAUTHORIZED(401, "Cần đăng nhập", "Sign-in required"),
    FORBIDDEN(403, "Tài khoản không có quyền này", "Your account does not permit this"),
    NOT_YOUR_AGENCY(403, "Ngoài phạm vi cơ quan của bạn", "Outside your agency"),
    NOT_YOUR_ORGANISATION(403, "Không phải tổ chức của bạn", "Not your organisation"),
    NOT_FOUND(404, "Không tìm thấy địa chỉ này", "No such address"),
    PROCEDURE_NOT_FOUND(404, "Không tìm thấy thủ tục", "Procedure not found"),
    DOSSIER_NOT_FOUND(404, "Không tìm thấy hồ sơ", "Dossier not found"),
    NOTIFICATION_NOT_FOUND(404, "Không tìm thấy thông báo", "Notification not found"),
    BROADCAST_NOT_FOUND(404, "Không tìm thấy thông báo chung", "Announcement not found"),
    TEMPLATE_NOT_FOUND(404, "Không tìm thấy mẫu thông báo", "Template not found"),
    TICKET_NOT_FOUND(404, "Mã đánh giá không đúng", "Unknown rating ticket"),
    AGENCY_NOT_FOUND(404, "Không tìm thấy cơ quan", "Agency not found"),
    CALENDAR_YEAR_MISSING(404, "Chưa có lịch làm việc của năm này", "No working-day calendar for this year"),
    RELEASE_NOT_FOUND(404, "Không tìm thấy lần công bố", "Release not found"),
    SEARCH_WORDS_NOT_FOUND(404, "Không tìm thấy phiên bản", "Version not found"),
    DELEGATE_NOT_FOUND(404, "Không tìm thấy người được uỷ quyền", "Delegate not found"),
    WEBHOOK_NOT_FOUND(404, "Không tìm thấy webhook", "Webhook not found"),
    DEAD_LETTER_NOT_FOUND(404, "Không tìm thấy tin chưa gửi được", "Undelivered message not found"),
    QUESTIONNAIRE_NOT_FOUND(404, "Không tìm thấy phiếu hỏi", "Questionnaire not found"),
    QUARANTINE_NOT_FOUND(404, "Không tìm thấy trường hợp này", "No such case"),
    RECEIPT_NOT_FOUND(404, "Mã biên nhận không đúng", "Unknown receipt"),
    REPORT_NOT_FOUND(404, "Không tìm thấy báo cáo", "Report not found"),
    REPORT_FORM_NOT_FOUND(404, "Không có biểu báo cáo này", "No such report form"),
    RATING_NOT_IN_LEDGER(404, "Sổ chưa có đánh giá này", "The ledger does not hold this rating"),
    FEEDBACK_NOT_FOUND(404, "Không tìm thấy phản ánh, kiến nghị", "Feedback not found"),
    ATTACHMENT_NOT_FOUND(404, "Không tìm thấy tệp", "File not found"),
    METHOD_NOT_ALLOWED(405, "Phương thức không được hỗ trợ", "Method not allowed"),
    NOT_ACCEPTABLE(406, "Không có định dạng bạn yêu cầu", "Format not available"),
    EVENT_ID_REUSED(409, "Mã sự kiện đã được dùng", "Event id already used"),
    TICKET_ALREADY_USED(409, "Mã đánh giá đã được dùng", "Rating ticket already used"),
    RATING_FINAL(409, "Đánh giá không còn sửa được", "The rating can no longer be changed"),
    QUESTIONNAIRE_FIXED(409, "Không thay đổi được phiếu hỏi này", "This questionnaire cannot be changed"),
    QUARANTINE_DECIDED(409, "Trường hợp này đã được quyết định", "This case was decided"),
    BROADCAST_ENDED(409, "Thông báo chung đã kết thúc", "The announcement has ended"),
    BROADCAST_REPEATED(409, "Thông báo chung này đang được gửi", "This announcement is under way"),
    BROADCAST_TOO_LATE(409, "Không còn kịp thời hạn báo trước", "Too late for the notice period"),
    TEMPLATE_OUTDATED(409, "Mẫu này đã có phiên bản mới hơn", "There is a newer version of this template"),
    RELEASE_IN_PROGRESS(409, "Đang có một lần công bố khác", "Another release is being published"),
    FORECAST_IN_PROGRESS(409, "Đang tính lại dự báo", "Forecasts are being made"),
    REPORT_ALREADY_ISSUED(409, "Báo cáo đã được phát hành", "The report was issued already"),
    REPORT_WITHOUT_DATA(409, "Chưa có nguồn số liệu", "There is no source of data"),
    UPLOAD_IN_PROGRESS(409, "Đang có một lần tải lên khác", "Another upload is in progress"),
    FEEDBACK_NOT_NOW(409, "Chưa làm được việc này", "The case does not permit this now"),
    LIMIT_REACHED(409, "Đã đạt số lượng tối đa", "The limit is reached"),
    TICKET_EXPIRED(410, "Mã đánh giá đã hết hạn", "Rating ticket expired"),
    CURSOR_EXPIRED(410, "Con trỏ không còn dùng được", "The cursor can no longer be used"),
    EDITED_MEANWHILE(412, "Đã có người sửa trước bạn", "Somebody else published meanwhile"),
    BODY_TOO_LARGE(413, "Nội dung gửi lên quá lớn", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
    IDEMPOTENCY_KEY_REUSED(422, "Khoá chống gửi trùng đã được dùng", "The idempotency key was used before"),
    ATTACHMENT_REFUSED(422, "Không nhận được tệp này", "This file cannot be taken"),
    RELEASE_REFUSED(422, "Không thể công bố tệp này", "This file cannot be published"),
    PRECONDITION_REQUIRED(428, "Cần nêu phiên bản đã sửa", "Say which version you edited"),
    TOO_MANY_REQUESTS(429, "Bạn gửi quá nhiều yêu cầu", "Too many requests"),
    INTERNAL_ERROR(500, "Lỗi của hệ thống", "Internal error"),
    UNAVAILABLE(503, "Hệ thống tạm thời chưa sẵn sàng", "Temporarily unavailable");

    private final int status;
    private final Text title;

    ProblemType(int status, String vi, String en) {
        this.status = status;
        this.title = new Text(vi, en);
    }

    public int status() {
        return status;
    }

    public Text title() {
        return title;
    }

    /** Stable relative URI, for example {@code /problems/dossier-not-found}. */
    public String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
