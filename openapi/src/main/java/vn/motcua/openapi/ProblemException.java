package vn.motcua.openapi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request that cannot be served, for a reason of the closed list. It carries no stack trace: it is an answer, not a
 * fault. {@code detail} tells the person what to do and never holds personal data, SQL or class names.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<FieldError> errors;
    private final transient Duration retryAfter;

    private ProblemException(ProblemType type, Text detail, List<FieldError> errors, Duration retryAfter) {
        super(type.uri(), null, false, false);
        this.type = requireNonNull(type, "type");
        this.detail = requireNonNull(detail, "detail");
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemType type, String vi, String en) {
        return new ProblemException(type, new Text(vi, en), List.of(), null);
    }

    public static ProblemException of(ProblemType type, String vi, String en, List<FieldError> errors) {
        return new ProblemException(type, new Text(vi, en), errors, null);
    }

    public static ProblemException invalid(List<FieldError> errors) {
        var detail = new Text(
                "Hãy sửa các mục nêu trong errors rồi gửi lại.",
                "Correct the places named in errors and send it again.");
        return new ProblemException(ProblemType.INVALID_INPUT, detail, errors, null);
    }

    public static ProblemException invalid(String pointer, String vi, String en) {
        return invalid(List.of(FieldError.at(pointer, vi, en)));
    }

    /** For 429 and 503. */
    public static ProblemException retryLater(ProblemType type, Duration retryAfter, String vi, String en) {
        return new ProblemException(type, new Text(vi, en), List.of(), requireNonNull(retryAfter, "retryAfter"));
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
