package vn.motcua.openapi;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Enterprise code, which is also the tax code (TT 105/2020/TT-BTC art. 5): ten digits with a check digit, and for a
 * dependent unit a hyphen and three digits. A correct form does not prove that the enterprise exists.
 */
public record OrganisationCode(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{10}(-(?!000)\\d{3})?");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    public static Optional<OrganisationCode> parse(String text) {
        return text != null && FORM.matcher(text).matches() && checkDigitHolds(text)
                ? Optional.of(new OrganisationCode(text))
                : Optional.empty();
    }

    /** N10 = 10 - (weighted sum mod 11); a result of 10 has no digit and is refused. */
    private static boolean checkDigitHolds(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return 10 - sum % 11 == text.charAt(9) - '0';
    }
}
