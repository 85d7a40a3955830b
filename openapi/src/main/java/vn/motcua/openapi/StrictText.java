package vn.motcua.openapi;

import java.text.Normalizer;

/** Text from outside: NFC, and free of what PostgreSQL or UTF-8 cannot hold. */
public final class StrictText {
    private StrictText() {}

    /** Whether the text holds a NUL character or half of a surrogate pair. */
    public static boolean isBroken(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return true;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** Phones type decomposed letters; one form inside makes them equal. */
    public static String normalised(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
