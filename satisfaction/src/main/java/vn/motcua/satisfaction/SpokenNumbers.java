package vn.motcua.satisfaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.satisfaction.WrittenText.Entry;

/** Finds numbers that are written in words, or half in words: "không chín một hai ...". */
final class SpokenNumbers {
    /** So many digits are no price, no date and no count any more. */
    private static final int DIGITS = 8;

    private static final int WORDS = 3;
    private static final int PHONE = 10;
    private static final int IDENTITY = 12;
    private static final Map<String, Character> KEYS = new HashMap<>();
    private static final Map<String, Character> FOLDED = new HashMap<>();

    static {
        var ones = List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
        for (int digit = 0; digit < ones.size(); digit++) {
            learn(ones.get(digit), digit);
        }
        learn("ko", 0);
        learn("hông", 0);
        learn("zero", 0);
        learn("mốt", 1);
        learn("tư", 4);
        learn("lăm", 5);
        learn("bẩy", 7);
    }

    private SpokenNumbers() {}

    private static void learn(String word, int digit) {
        var entry = Entry.of(word);
        KEYS.put(entry.key(), (char) ('0' + digit));
        FOLDED.put(entry.folded(), (char) ('0' + digit));
    }

    static void find(WrittenText text, List<Personal.Found> found) {
        int place = 0;
        while (place < text.words().size()) {
            place = Math.max(place + 1, run(text, place, found));
        }
    }

    /** Reads the number that begins here; the place after it. */
    private static int run(WrittenText text, int first, List<Personal.Found> found) {
        var digits = new StringBuilder();
        int spoken = 0;
        int place = first;
        while (place < text.words().size() && !isWhole(digits) && (place == first || !isApart(text, place))) {
            var word = text.words().get(place);
            var digit = (text.isMarked() ? KEYS : FOLDED).get(text.form(word));
            if (digit == null && !word.isNumber()) {
                break;
            }
            digits.append(digit == null ? word.folded() : digit);
            spoken += digit == null ? 0 : 1;
            place++;
        }
        if (digits.length() >= DIGITS && spoken >= WORDS) {
            found.add(new Personal.Found(
                    digits.length() == IDENTITY ? Personal.ID : Personal.PHONE,
                    text.words().get(first).start(),
                    text.words().get(place - 1).end()));
        }
        return place;
    }

    /** A mobile number has ten digits: what follows is something else. */
    private static boolean isWhole(StringBuilder digits) {
        return digits.length() == PHONE && digits.toString().matches("0[35789].*");
    }

    private static boolean isApart(WrittenText text, int place) {
        var between = text.text()
                .substring(
                        text.words().get(place - 1).end(),
                        text.words().get(place).start());
        return between.length() > 3 || between.indexOf('\n') >= 0;
    }
}
