package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What keeps its capitals when a shouted title becomes a sentence. A Vietnamese word is one syllable of a strict form; what
 * cannot be a syllable ({@code UBND}, {@code BHYT}, {@code III}) is an abbreviation or a numeral, without a list of them all.
 */
final class Capitals {
    private static final Pattern SYLLABLE = Pattern.compile(
            "(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?!ii)[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?");
    /** Abbreviations that would pass for a word. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("EU", "CO", "IP", "IT", "PET", "UNESCO", "SIM", "BOT", "CT");
    /** Numerals that would pass for a word (hành vi, xi măng) count as numerals only after one of these. */
    private static final Set<String> NUMBERED = Set.of(
            "nhóm", "loại", "hạng", "cấp", "lục", "chương", "phần", "mục", "quý", "bậc", "bảng", "đoạn", "khu", "biểu");

    private static final Pattern NUMERAL = Pattern.compile("[A-E]|[IVX]{1,5}");
    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{L})(việt nam|hà nội|hồ chí minh|chính phủ|quốc hội|trung ương|hội đồng nhân dân|ủy ban nhân dân"
                    + "|uỷ ban nhân dân|luật tín ngưỡng|điều(?= \\d)|cao bằng|tuyên quang|điện biên|lai châu|sơn la"
                    + "|lào cai|thái nguyên|lạng sơn|quảng ninh|bắc ninh|phú thọ|hải phòng|hưng yên|ninh bình|thanh hóa"
                    + "|nghệ an|hà tĩnh|quảng trị|huế|đà nẵng|quảng ngãi|gia lai|khánh hòa|đắk lắk|lâm đồng|đồng nai"
                    + "|tây ninh|đồng tháp|vĩnh long|an giang|cần thơ|cà mau)(?!\\p{L})");
    /** Only their first word carries a capital. */
    private static final Set<String> FIRST_ONLY = Set.of(
            "luật tín ngưỡng",
            "hội đồng nhân dân",
            "ủy ban nhân dân",
            "uỷ ban nhân dân",
            "chính phủ",
            "quốc hội",
            "trung ương",
            "điều");

    private Capitals() {}

    static boolean belong(String[] words, int index) {
        var parts = words[index].split("[^\\p{L}]+");
        var letters = String.join("", parts);
        if (letters.isEmpty() || ABBREVIATIONS.contains(letters)) {
            return true;
        }
        var before = index == 0 ? "" : words[index - 1].toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return (NUMERAL.matcher(letters).matches() && NUMBERED.contains(before))
                || Arrays.stream(parts).anyMatch(part -> !part.isEmpty() && !isSyllable(part));
    }

    private static boolean isSyllable(String word) {
        return SYLLABLE.matcher(String.join("", Folding.foldedWords(word))).matches();
    }

    /** Gives the names of places and institutions their capitals back. */
    static String ofNames(String lower) {
        return NAME.matcher(lower).replaceAll(found -> {
            var name = found.group();
            if (FIRST_ONLY.contains(name)) {
                return name.equals("luật tín ngưỡng") ? "Luật Tín ngưỡng" : capital(name);
            }
            var words = name.split(" ");
            for (int i = 0; i < words.length; i++) {
                words[i] = capital(words[i]);
            }
            return String.join(" ", words);
        });
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
