package vn.motcua.openapi;

import static java.util.Objects.requireNonNull;

/** One faulty place. {@code pointer} is a JSON pointer into the body or the name of a parameter. */
public record FieldError(String pointer, Text detail) {
    public FieldError {
        requireNonNull(pointer, "pointer");
        requireNonNull(detail, "detail");
    }

    public static FieldError at(String pointer, String vi, String en) {
        return new FieldError(pointer, new Text(vi, en));
    }
}
