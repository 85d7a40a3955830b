package vn.motcua.openapi;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Electronic identification code of an agency (QĐ 20/2020/QĐ-TTg): groups of digits and capitals joined by dots, levels
 * from left to right, at most 35 characters. {@code H44.07} lies below {@code H44}.
 */
public record AgencyCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+(\\.[A-Z0-9]+)*");
    public static final int MAX_LENGTH = 35;

    public AgencyCode {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an agency code");
        }
    }

    public static Optional<AgencyCode> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var code = text.strip().toUpperCase(Locale.ROOT);
        return code.length() <= MAX_LENGTH && FORM.matcher(code).matches()
                ? Optional.of(new AgencyCode(code))
                : Optional.empty();
    }

    /** Whether {@code other} is this agency or lies below it. */
    public boolean covers(AgencyCode other) {
        return other.value.equals(value) || other.value.startsWith(value + ".");
    }

    /** The old right-to-left form (QCVN 102:2016) {@code 000.00.01.H01} is {@code H01.01}; others stay as they are. */
    public AgencyCode leftToRight() {
        var groups = value.split("\\.");
        if (!Character.isLetter(groups[groups.length - 1].charAt(0)) || groups.length == 1) {
            return this;
        }
        var code = new StringBuilder();
        for (int i = groups.length - 1; i >= 0; i--) {
            if (!groups[i].chars().allMatch(c -> c == '0')) {
                code.append(code.isEmpty() ? "" : ".").append(groups[i]);
            }
        }
        return new AgencyCode(code.toString());
    }

    /** The level-1 code: the ministry or province. */
    public String root() {
        var dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }
}
