package vn.motcua.satisfaction;

import vn.motcua.openapi.Text;

/** Why ratings are set apart; each is a statistic of its own (docs/satisfaction.md). */
enum SuspicionReason {
    BURST("Trong những ngày này có nhiều đánh giá bất thường", "Far more ratings came in these days than ever do"),
    PATTERN("Quá nhiều đánh giá giống hệt nhau", "Too many of them say exactly the same"),
    FAST("Quá nhiều đánh giá nhanh hơn thời gian đọc câu hỏi", "Too many were answered faster than they can be read"),
    OUTLIER("Mức hài lòng khác xa mọi cơ quan", "They are satisfied far more, or far less often than people anywhere");

    private final Text label;

    SuspicionReason(String vi, String en) {
        label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
