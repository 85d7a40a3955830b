package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** What cannot be done, and what to do instead. */
final class Refusals {
    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Refusals() {}

    /** Wrong code, wrong proof and somebody else's case in the same words. */
    static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.FEEDBACK_NOT_FOUND,
                "Mã phản ánh, kiến nghị hoặc thông tin xác minh chưa đúng. Hãy xem lại mã đã nhận khi gửi.",
                "The code or the proof is not right. Check the code that you got when you sent it.");
    }

    static ProblemException noAttachment() {
        return ProblemException.of(
                ProblemType.ATTACHMENT_NOT_FOUND,
                "Tệp này không có trong vụ việc. Hãy tải lại danh sách tệp.",
                "The case has no such file. Load its list of files again.");
    }

    static ProblemException notNow(FeedbackState state) {
        return ProblemException.of(
                ProblemType.FEEDBACK_NOT_NOW,
                "Không làm được khi vụ việc ở trạng thái \"" + state.label().vi()
                        + "\". Hãy tải lại để xem trạng thái mới.",
                "This cannot be done while the case is \"" + state.label().en() + "\". Load it again.");
    }

    static ProblemException notAgain(int times, long days) {
        return ProblemException.of(
                ProblemType.FEEDBACK_NOT_NOW,
                "Chỉ yêu cầu trả lời lại được %d lần và trong %d ngày sau khi kết thúc. Hãy gửi phản ánh mới."
                        .formatted(times, days),
                "An answer can be sent back %d times, and within %d days after the end. Send new feedback."
                        .formatted(times, days));
    }

    static ProblemException waitForReply(LocalDate until) {
        return ProblemException.of(
                ProblemType.FEEDBACK_NOT_NOW,
                "Người gửi còn thời gian bổ sung"
                        + (until == null ? "." : " đến hết " + until.format(VIETNAMESE) + "."),
                "The sender still has time to reply" + (until == null ? "." : " until the end of " + until + "."));
    }

    static ProblemException nobodyBefore() {
        return ProblemException.of(
                ProblemType.FEEDBACK_NOT_NOW,
                "Vụ việc được gửi thẳng đến đơn vị này nên không trả lại được. Hãy chuyển hoặc từ chối tiếp nhận.",
                "It was sent to this unit itself, so there is nobody to return it to. Forward or refuse it.");
    }

    static ProblemException otherTrack() {
        return ProblemException.of(
                ProblemType.FEEDBACK_NOT_NOW,
                "Nội dung đang được xếp là khiếu nại hoặc tố cáo nên không được công khai. Hãy phân loại lại nếu không phải.",
                "It stands as a complaint or denunciation, which is never published. Classify it again if it is none.");
    }

    static ProblemException unknownUnit(String pointer) {
        return ProblemException.invalid(
                pointer,
                "Không có cơ quan nào với mã này. Hãy chọn trong danh mục cơ quan.",
                "No agency has this code. Choose one from the list of agencies.");
    }

    static ProblemException tooMany(String what, String whatEn) {
        return ProblemException.of(ProblemType.LIMIT_REACHED, what, whatEn);
    }
}
