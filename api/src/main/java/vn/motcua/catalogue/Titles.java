package vn.motcua.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.openapi.StrictText;

/** Repairs what the portal's titles suffer from, without changing what they say. */
final class Titles {
    private static final Pattern LEADING = Pattern.compile("^[\\s.,;:\\-–]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final int FEWEST_LETTERS = 9;

    private Titles() {}

    /** @param code the procedure's own code, which some titles repeat at the end in brackets */
    static String repaired(String title, String code) {
        var text = PlainText.letters(StrictText.normalised(title));
        text = SPACES.matcher(text).replaceAll(" ").strip();
        text = LEADING.matcher(text).replaceFirst("");
        text = text.replaceFirst("\\(\\s*" + Pattern.quote(code) + "\\s*\\)$", "")
                .strip();
        return shouts(text) ? sentence(text) : text;
    }

    private static boolean shouts(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    private static String sentence(String text) {
        var words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (!Capitals.belong(words, i)) {
                words[i] = words[i].toLowerCase(Locale.ROOT);
            }
        }
        var lower = Capitals.ofNames(String.join(" ", words));
        int first = lower.offsetByCodePoints(0, 1);
        return lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
    }
}
