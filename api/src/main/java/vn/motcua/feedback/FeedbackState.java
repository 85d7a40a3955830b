package vn.motcua.feedback;

import vn.motcua.openapi.Text;

/** Where a case stands; the names of the national portal. */
enum FeedbackState {
    NEW("Mới gửi", "Sent", Clock.RUNNING),
    RECEIVED("Đã tiếp nhận", "Received", Clock.RUNNING),
    IN_PROGRESS("Đang xử lý", "In progress", Clock.RUNNING),
    SUPPLEMENT_REQUESTED("Chờ bổ sung", "Waiting for more information", Clock.WAITING),
    SUPPLEMENTED("Đã bổ sung", "More information given", Clock.RUNNING),
    FORWARDED("Đã chuyển đơn vị khác", "Forwarded", Clock.RUNNING),
    RETURNED("Đã trả lại đơn vị chuyển", "Returned to the unit before", Clock.RUNNING),
    ANSWERED("Đã trả lời, chờ công khai", "Answered", Clock.RESTING),
    PUBLISHED("Đã công khai", "Published", Clock.RESTING),
    CLOSED("Đã kết thúc", "Closed", Clock.RESTING),
    REFUSED("Từ chối tiếp nhận", "Refused", Clock.RESTING),
    OUT_OF_SCOPE("Không thuộc phản ánh, kiến nghị", "Not feedback", Clock.RESTING);

    /** Whose time passes. */
    enum Clock {
        /** The unit's. */
        RUNNING,
        /** The sender's: the unit asked for more. */
        WAITING,
        /** Nobody's: it was answered or has ended. */
        RESTING
    }

    private final Text label;
    private final Clock clock;

    FeedbackState(String vi, String en, Clock clock) {
        this.label = new Text(vi, en);
        this.clock = clock;
    }

    Text label() {
        return label;
    }

    Clock clock() {
        return clock;
    }

    /** Nothing is left to do for any unit. */
    boolean hasEnded() {
        return switch (this) {
            case PUBLISHED, CLOSED, REFUSED, OUT_OF_SCOPE -> true;
            case NEW, RECEIVED, IN_PROGRESS, SUPPLEMENT_REQUESTED, SUPPLEMENTED, FORWARDED, RETURNED, ANSWERED -> false;
        };
    }
}
