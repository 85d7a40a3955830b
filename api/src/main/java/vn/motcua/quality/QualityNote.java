package vn.motcua.quality;

import vn.motcua.openapi.Text;

/** What has to be known beside a figure. */
enum QualityNote {
    NO_SOURCE(
            "Chưa có nguồn số liệu: quản trị viên chưa nhập và hệ thống không tự tính được.",
            "No source of data: no administrator entered it, and nothing here tells it."),
    UNDATED_LEFT_OUT(
            "Hồ sơ không có hạn giải quyết không tính vào tỷ lệ.", "Dossiers without any due date are in no rate."),
    TIMELINESS_ONLY(
            "Chỉ trừ hồ sơ quá hạn và hồ sơ có phản ánh, kiến nghị: đánh giá trên ứng dụng là ẩn danh nên không gắn được với hồ sơ.",
            "Only overdue dossiers and those with feedback are taken out: ratings in the app are anonymous and name no dossier."),
    NO_FEEDBACK_SOURCE(
            "Chỉ trừ hồ sơ quá hạn: chưa có nguồn số liệu phản ánh, kiến nghị, và đánh giá trên ứng dụng là ẩn danh.",
            "Only overdue dossiers are taken out: there is no source of feedback yet, and ratings in the app are anonymous."),
    SUM_OF_UNITS("Cộng từ số liệu nhập của các đơn vị trực thuộc.", "The sum of what was entered for the units below."),
    SUM_OF_PERIODS("Cộng từ số liệu nhập của các kỳ nhỏ hơn.", "The sum of what was entered for shorter periods."),
    LATEST_OF_PERIOD("Số liệu nhập gần nhất trong kỳ.", "The latest that was entered within the period."),
    PUBLISHED_IN_PERIOD(
            "Trên các quyết định công bố của cơ quan trong kỳ, theo cơ sở dữ liệu của hệ thống.",
            "Over what the agency published in the period, as our catalogue has it.");

    private final Text text;

    QualityNote(String vi, String en) {
        this.text = new Text(vi, en);
    }

    Text text() {
        return text;
    }
}
