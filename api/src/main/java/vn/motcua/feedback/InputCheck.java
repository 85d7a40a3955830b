package vn.motcua.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProcedureCode;

/** Checks of what came in a body; all faults are told at once. */
final class InputCheck {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 5_000;
    private static final int SHORTEST_TEXT = 10;
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d .-]{7,18}\\d");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,120}\\.[^\\s@.]{2,20}");

    private final List<FieldError> errors = new ArrayList<>();

    static FeedbackInput of(FeedbackInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Hãy gửi nội dung.", "Send what you want to say.");
        }
        var kind = input.kind() == null ? FeedbackKind.PAKN : input.kind();
        var check = new InputCheck();
        check.text("/title", input.title(), 5, LONGEST_TITLE, true);
        check.text("/text", input.text(), SHORTEST_TEXT, LONGEST_TEXT, true);
        check.text("/place", input.place(), 1, LONGEST_TITLE, false);
        check.codes(input);
        check.sender(input.sender(), kind == FeedbackKind.PAKN);
        check.done();
        return new FeedbackInput(
                kind,
                input.title().strip(),
                input.text().strip(),
                input.place(),
                input.agency(),
                input.procedureCode(),
                input.dossierCode(),
                input.subject(),
                input.sender());
    }

    private void codes(FeedbackInput input) {
        if (input.agency() != null && AgencyCode.parse(input.agency()).isEmpty()) {
            error("/agency", "Mã cơ quan có dạng H44 hoặc H44.07.", "An agency code looks like H44 or H44.07.");
        }
        if (input.procedureCode() != null
                && (input.procedureCode().length() > 40
                        || ProcedureCode.parse(input.procedureCode()).isEmpty())) {
            error("/procedureCode", "Mã thủ tục có dạng 1.001193.", "A procedure code looks like 1.001193.");
        }
        if (input.dossierCode() != null
                && DossierCode.parse(input.dossierCode()).isEmpty()) {
            error("/dossierCode", "Hãy ghi mã như trên giấy tiếp nhận.", "Write the code as on the receipt.");
        }
    }

    private void sender(Sender sender, boolean required) {
        if (sender == null) {
            if (required) {
                error(
                        "/sender",
                        "Phản ánh, kiến nghị phải có tên, địa chỉ và điện thoại hoặc thư điện tử của người gửi.",
                        "Feedback needs name, address, and phone or e-mail of the sender.");
            }
            return;
        }
        text("/sender/name", sender.name(), 2, 100, true);
        text("/sender/address", sender.address(), 2, 300, required);
        if (sender.phone() != null && !PHONE.matcher(sender.phone()).matches()) {
            error("/sender/phone", "Từ 9 đến 15 chữ số.", "9 to 15 digits.");
        }
        if (sender.email() != null && !EMAIL.matcher(sender.email()).matches()) {
            error("/sender/email", "Địa chỉ thư điện tử chưa đúng.", "Not an e-mail address.");
        }
        if (required && sender.phone() == null && sender.email() == null) {
            error("/sender/phone", "Cần điện thoại hoặc thư điện tử.", "Phone or e-mail is needed.");
        }
    }

    void text(String pointer, String text, int min, int max, boolean required) {
        if (text == null) {
            if (required) {
                error(pointer, "Bắt buộc nhập.", "Required.");
            }
            return;
        }
        int length = text.strip().length();
        if (length < min || text.length() > max) {
            error(
                    pointer,
                    "Phải dài từ %d đến %d ký tự.".formatted(min, max),
                    "Must have %d to %d characters.".formatted(min, max));
        }
    }

    void error(String pointer, String vi, String en) {
        errors.add(FieldError.at(pointer, vi, en));
    }

    void done() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
