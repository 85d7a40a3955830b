package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A comment as its words. Many people write without tone marks, and some in capitals only; how a comment is written decides
 * how it is compared: with marks where it has them, without where it has none, by lists of names where capitals tell nothing.
 */
final class WrittenText {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{Nd}+");
    /** So many words in a hundred have marks in ordinary Vietnamese text: far more. Place names in plain text: fewer. */
    private static final int MARKED_PERCENT = 15;

    private static final int SHOUTED_PERCENT = 80;

    private final String text;
    private final String folded;
    private final List<Word> words = new ArrayList<>();
    private final boolean marked;
    private final boolean shouted;

    /** A run of letters or of digits. */
    record Word(String text, String folded, String key, boolean marked, int start, int end) {
        boolean isCapitalised() {
            return Character.isUpperCase(text.charAt(0));
        }

        boolean isAllCapitals() {
            return text.length() > 1 && text.chars().noneMatch(Character::isLowerCase);
        }

        boolean isNumber() {
            return Character.isDigit(text.charAt(0));
        }
    }

    WrittenText(String text) {
        this.text = text;
        this.folded = Letters.folded(text);
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            var word = matcher.group();
            words.add(new Word(
                    word,
                    folded.substring(matcher.start(), matcher.end()),
                    Letters.key(word),
                    Letters.isMarked(word),
                    matcher.start(),
                    matcher.end()));
        }
        long letters = words.stream().filter(word -> !word.isNumber()).count();
        marked = letters > 0 && 100 * words.stream().filter(Word::marked).count() >= MARKED_PERCENT * letters;
        long capitals = text.chars().filter(Character::isUpperCase).count();
        long small = text.chars().filter(Character::isLowerCase).count();
        shouted = capitals > 3 && 100 * capitals >= SHOUTED_PERCENT * (capitals + small);
    }

    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    List<Word> words() {
        return words;
    }

    boolean isMarked() {
        return marked;
    }

    /** Whether capitals tell names from other words. */
    boolean isShouted() {
        return shouted;
    }

    /** How this text writes an entry of the lists. */
    String form(Entry entry) {
        return marked ? entry.key() : entry.folded();
    }

    String form(Word word) {
        return marked ? word.key() : word.folded();
    }

    /** A word of a list in both ways of writing. */
    record Entry(String key, String folded) {
        static Entry of(String word) {
            return new Entry(Letters.key(word), Letters.folded(word));
        }
    }

    /** Whether only blanks stand between this word and the next; "đ/c" is joined, too. */
    boolean isJoined(int place) {
        if (place < 0 || place + 1 >= words.size()) {
            return false;
        }
        var next = words.get(place + 1);
        var between = text.substring(words.get(place).end(), next.start());
        return between.isBlank()
                ? between.indexOf('\n') < 0
                : between.equals("/")
                        && words.get(place).text().length() == 1
                        && next.text().length() == 1;
    }

    /** Whether no stop stands between this word and the one before; that in a number is none. */
    boolean isSameClause(int place) {
        return place > 0
                && place < words.size()
                && !text.substring(words.get(place - 1).end(), words.get(place).start())
                        .matches("(?s).*(?:[;!?\\n]|[.,]\\s|[.,]{2,}).*");
    }

    /** Whether these words stand here, joined. */
    boolean has(int place, List<Entry> phrase) {
        if (place < 0 || place + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!form(words.get(place + i)).equals(form(phrase.get(i)))
                    || (i + 1 < phrase.size() && !isJoined(place + i))) {
                return false;
            }
        }
        return true;
    }
}
