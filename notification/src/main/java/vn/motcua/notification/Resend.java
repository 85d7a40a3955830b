package vn.motcua.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** Which dead letters to send again: those of some messages, or all that ended with one error. */
public record Resend(List<UUID> messageIds, String error) {
    static final int MOST_IDS = 1_000;

    public Resend {
        messageIds = messageIds == null ? List.of() : List.copyOf(messageIds);
    }

    static Resend checked(Resend asked) {
        if (asked == null) {
            throw ProblemException.invalid("", "Thiếu nội dung.", "The body is missing.");
        }
        var errors = new ArrayList<FieldError>();
        if (asked.messageIds.isEmpty() == (asked.error == null)) {
            errors.add(FieldError.at(
                    "", "Chọn messageIds hoặc error, một trong hai.", "Give either messageIds or error, not both."));
        }
        if (asked.messageIds.size() > MOST_IDS) {
            errors.add(FieldError.at("/messageIds", "Nhiều nhất 1000 mã một lần.", "At most 1000 ids at a time."));
        }
        if (asked.error != null && !asked.error.matches("[A-Za-z_]{1,60}")) {
            errors.add(FieldError.at("/error", "Không phải mã lỗi.", "Not an error code."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return asked;
    }
}
