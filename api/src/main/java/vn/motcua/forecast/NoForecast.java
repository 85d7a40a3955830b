package vn.motcua.forecast;

import vn.motcua.openapi.Text;

/** Why there is no forecast. */
public enum NoForecast {
    NOT_RECEIVED("Chưa dự báo được: hồ sơ chưa được tiếp nhận.", "No forecast yet: the dossier has not been accepted."),
    PROCEDURE_UNKNOWN(
            "Chưa dự báo được: cơ quan chưa cho biết hồ sơ thuộc thủ tục nào.",
            "No forecast: the agency has not told which procedure this is."),
    NOT_ENOUGH_HISTORY(
            "Chưa dự báo được: chưa có đủ hồ sơ tương tự đã giải quyết xong.",
            "No forecast: too few dossiers like this have ended."),
    CALENDAR_MISSING(
            "Chưa dự báo được: lịch làm việc của thời gian tới chưa được công bố.",
            "No forecast: the working-day calendar of the time ahead has not been published.");

    private final Text text;

    NoForecast(String vi, String en) {
        this.text = new Text(vi, en);
    }

    Text text() {
        return text;
    }
}
