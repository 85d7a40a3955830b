package vn.motcua.catalogue;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.openapi.StrictText;

/** Repairs what the portal's titles suffer from, without changing what they say. */
final class Titles {
    private static final Pattern LEADING = Pattern.compile("^[\\s.,;:\\-–]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{1,5}");
    /** Written in capitals within a sentence too. */
    private static final Set<String> ACRONYMS = Set.of(
            "UBND", "HĐND", "BHXH", "BHYT", "HTX", "TNHH", "GPLX", "CCCD", "PCCC", "XHCN", "ODA", "TTHC", "GCN", "KHCN",
            "C/O");

    private Titles() {}

    /** @param code the procedure's own code, which some titles repeat at the end in brackets */
    static String repaired(String title, String code) {
        var text = StrictText.normalised(title).replace('ƣ', 'ư').replace('Ƣ', 'Ư');
        text = SPACES.matcher(text).replaceAll(" ").strip();
        text = LEADING.matcher(text).replaceFirst("");
        text = text.replaceFirst("\\(\\s*" + Pattern.quote(code) + "\\s*\\)$", "")
                .strip();
        return shouts(text) ? sentence(text) : text;
    }

    private static boolean shouts(String text) {
        return text.codePoints().filter(Character::isLetter).count() > 8
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    private static String sentence(String text) {
        var words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            var letters = words[i].replaceAll("[^\\p{L}/]", "");
            if (!ACRONYMS.contains(letters) && !ROMAN.matcher(letters).matches()) {
                words[i] = words[i].toLowerCase(Locale.ROOT);
            }
        }
        var lower = String.join(" ", words).replace("việt nam", "Việt Nam");
        int first = lower.offsetByCodePoints(0, 1);
        return lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
    }
}
