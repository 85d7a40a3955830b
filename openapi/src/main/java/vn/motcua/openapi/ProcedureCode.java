package vn.motcua.openapi;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of an administrative procedure: the national key, and for local forms the agency and the service variant.
 * {@code 2.000815.000.00.00.H55.02} has key 2.000815, agency H55, variant 02; {@code 1.000948.H38} has no variant.
 */
public record ProcedureCode(String key, Optional<String> agency, Optional<String> variant) {
    private static final Pattern FORM =
            Pattern.compile("([1-9]\\.\\d{6})(?:\\.(?:000\\.00\\.00\\.)?([GHK]\\d{2})(?:\\.(\\d{2}))?)?");

    public static Optional<ProcedureCode> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var match = FORM.matcher(text.strip().toUpperCase(java.util.Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ProcedureCode(
                match.group(1), Optional.ofNullable(match.group(2)), Optional.ofNullable(match.group(3))));
    }
}
