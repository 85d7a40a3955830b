package vn.motcua.feedback;

import vn.motcua.openapi.Text;

/** A step that has a time limit. How many working days it has, and by which rule, is data ({@code feedback.step_limit}). */
enum LimitStep {
    REFUSE_OR_RETURN("Từ chối hoặc trả lại", "Refuse or return"),
    FORWARD("Chuyển nội dung ngoài thẩm quyền", "Forward what is outside the competence"),
    ASK("Yêu cầu bổ sung lần đầu", "First request for more information"),
    ANSWER("Xử lý, trả lời", "Answer"),
    PUBLISH("Công khai kết quả", "Publish the answer"),
    /** The sender's time. */
    REPLY("Người gửi bổ sung thông tin", "The sender's reply"),
    REWORK("Trả lời lại", "Answer again"),
    REPAIR("Khắc phục", "Put it right");

    private final Text label;

    LimitStep(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
