package vn.motcua.report;

import java.math.BigDecimal;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** What each indicator is, in words that go with it. */
enum IndicatorWords {
    RECEIVED(
            "Hồ sơ tiếp nhận trong kỳ",
            "Dossiers received in the period",
            "Thời điểm tiếp nhận nằm trong kỳ; không kể hồ sơ mới đăng ký và bị từ chối.",
            "Time of reception within the period; without those only submitted, and those refused."),
    CARRIED_OVER(
            "Hồ sơ kỳ trước chuyển sang",
            "Dossiers carried over",
            "Tiếp nhận trước kỳ và chưa xong khi kỳ bắt đầu.",
            "Received before, and not done when the period began."),
    RESOLVED(
            "Hồ sơ đã giải quyết trong kỳ",
            "Dossiers resolved in the period",
            "Chưa xong khi kỳ bắt đầu và đã xong, dừng hoặc rút khi kỳ kết thúc.",
            "Not done when the period began; finished, stopped or withdrawn when it ended."),
    OPEN(
            "Hồ sơ đang giải quyết cuối kỳ",
            "Dossiers open at the end",
            "Đã tiếp nhận và chưa xong khi kỳ kết thúc.",
            "Received and not done when the period ended."),
    OPEN_OVERDUE(
            "Hồ sơ đang giải quyết đã quá hạn",
            "Open dossiers that are overdue",
            "Đang giải quyết cuối kỳ và đã qua ngày hẹn trả.",
            "Open at the end of the period, and past their date."),
    ON_TIME(
            "Tỷ lệ hồ sơ đúng hạn",
            "Share of dossiers on time",
            "Chỉ số 2.1 của QĐ 766: đúng hạn và trước hạn trên số tiếp nhận gồm cả kỳ trước chuyển sang.",
            "Metric 2.1 of QĐ 766: on time or early, of those received or carried over."),
    RESOLVED_LATE(
            "Tỷ lệ giải quyết quá hạn",
            "Share resolved late",
            "Số giải quyết quá hạn trên số đã giải quyết trong kỳ.",
            "Resolved after their date, of those resolved in the period."),
    ONLINE(
            "Tỷ lệ hồ sơ nộp trực tuyến",
            "Share filed online",
            "Số tiếp nhận trực tuyến trên số tiếp nhận trong kỳ.",
            "Received online, of those received in the period."),
    MEAN_DAYS(
            "Thời gian giải quyết trung bình",
            "Mean time to the result",
            "Số ngày theo lịch từ tiếp nhận đến khi có kết quả, trung bình trên hồ sơ có kết quả trong kỳ.",
            "Calendar days from reception to result, mean over those finished in the period."),
    PUBLISHED_NEW(
            "Thủ tục ban hành mới",
            "Procedures newly published",
            "Số quyết định công bố thủ tục mới có hiệu lực trong kỳ.",
            "Acts that publish a new procedure in force in the period."),
    PUBLISHED_AMENDED(
            "Thủ tục sửa đổi, bổ sung",
            "Procedures amended",
            "Số quyết định công bố sửa đổi có hiệu lực trong kỳ.",
            "Acts that amend a procedure in force in the period."),
    PUBLISHED_ABOLISHED(
            "Thủ tục bãi bỏ",
            "Procedures abolished",
            "Số quyết định bãi bỏ có hiệu lực trong kỳ.",
            "Acts that abolish a procedure in force in the period."),
    FEEDBACK_RECEIVED(
            "Phản ánh, kiến nghị tiếp nhận",
            "Feedback received",
            "Số mới tiếp nhận trong kỳ, tính theo đơn vị xử lý.",
            "New in the period, by unit in charge."),
    FEEDBACK_ON_TIME(
            "Tỷ lệ PAKN xử lý đúng hạn",
            "Share of feedback handled on time",
            "Chỉ số 5.2 của QĐ 766.",
            "Metric 5.2 of QĐ 766.");

    private final Text label;
    private final Text definition;

    IndicatorWords(String vi, String en, String definitionVi, String definitionEn) {
        this.label = new Text(vi, en);
        this.definition = new Text(definitionVi, definitionEn);
    }

    Indicator indicator(
            Text unit, BigDecimal value, Long numerator, Long denominator, String missing, Language language) {
        return new Indicator(
                name(),
                label.in(language),
                definition.in(language),
                unit.in(language),
                value,
                numerator,
                denominator,
                missing);
    }
}
