package vn.motcua.openapi;

import java.util.List;
import java.util.Locale;

/** The languages of labels and problems. Vietnamese is the default. */
public enum Language {
    VI,
    EN;

    private static final List<String> TAGS = List.of("vi", "en");

    /** The best match for an {@code Accept-Language} header; Vietnamese when it is absent, damaged or asks for neither. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return VI;
        }
        try {
            var tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return "en".equals(tag) ? EN : VI;
        } catch (IllegalArgumentException damagedHeader) {
            return VI;
        }
    }

    /** BCP 47 tag: {@code vi} or {@code en}. */
    public String tag() {
        return TAGS.get(ordinal());
    }
}
