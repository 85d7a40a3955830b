package vn.motcua.search;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Words typed for an input method that was off: Telex ({@code dawng kys}) writes marks as letters, VNI ({@code d9a8ng
 * ky1}) as digits. Both give a word only when what comes out is a Vietnamese syllable.
 */
final class InputMethod {
    private static final String VOWELS = "aeiouy";
    private static final String TELEX_TONES = "fsrxj";
    private static final String VNI_TONES = "21345";
    /** Combining marks of huyền, sắc, hỏi, ngã, nặng. */
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    private static final char CIRCUMFLEX = '\u0302';
    private static final char BREVE = '\u0306';
    private static final char HORN = '\u031B';

    private final StringBuilder letters = new StringBuilder();
    private char tone;
    private boolean used;

    private InputMethod() {}

    /** The marked word that was meant; empty when the word shows no trace of an input method. */
    static Optional<String> read(String word) {
        return Normaliser.marked(word)
                ? Optional.empty()
                : new InputMethod().telex(word).or(() -> new InputMethod().vni(word));
    }

    private Optional<String> telex(String word) {
        for (char c : word.toCharArray()) {
            if (TELEX_TONES.indexOf(c) >= 0 && vowelSeen()) {
                tone = TONES.charAt(TELEX_TONES.indexOf(c));
                used = true;
            } else if (c == 'z' && vowelSeen()) {
                tone = 0;
                used = true;
            } else if (c == 'w') {
                hornOrBreve();
            } else if ("aeo".indexOf(c) >= 0 && doubles(c)) {
                used = true;
            } else if (c == 'd' && letters.length() > 0 && letters.charAt(0) == 'd') {
                letters.setCharAt(0, 'đ');
                used = true;
            } else {
                letters.append(c);
            }
        }
        return finished();
    }

    private Optional<String> vni(String word) {
        for (char c : word.toCharArray()) {
            if (!Character.isDigit(c) || letters.isEmpty()) {
                letters.append(c);
            } else if (VNI_TONES.indexOf(c) >= 0) {
                tone = TONES.charAt(VNI_TONES.indexOf(c));
                used = true;
            } else if (!applied(c)) {
                return Optional.empty();
            }
        }
        return finished();
    }

    private boolean applied(char digit) {
        used = true;
        return switch (digit) {
            case '6' -> mark("aeo", CIRCUMFLEX);
            case '7' -> mark("uo", HORN);
            case '8' -> mark("a", BREVE);
            case '9' -> {
                boolean d = letters.charAt(0) == 'd';
                if (d) {
                    letters.setCharAt(0, 'đ');
                }
                yield d;
            }
            default -> true; // 0 takes a tone away
        };
    }

    /** A w after a, o, u marks them; alone it is ư. */
    private void hornOrBreve() {
        used = true;
        if (!mark("a", BREVE) && !mark("uo", HORN)) {
            letters.append('u').append(HORN);
        }
    }

    /** The second of two equal vowels, perhaps typed at the end of the word, puts a circumflex on the first. */
    private boolean doubles(char vowel) {
        int at = letters.lastIndexOf(String.valueOf(vowel));
        boolean onlyConsonantsBetween =
                at >= 0 && letters.substring(at + 1).chars().noneMatch(c -> VOWELS.indexOf(c) >= 0 || c > 127);
        if (onlyConsonantsBetween) {
            letters.insert(at + 1, CIRCUMFLEX);
        }
        return onlyConsonantsBetween;
    }

    /** Marks the last of these vowels that has no mark yet; the horn goes on both of a bare "uo", even before a u or i. */
    private boolean mark(String vowels, char mark) {
        int both = letters.indexOf("uo");
        if (mark == HORN && both >= 0 && (both + 2 == letters.length() || letters.charAt(both + 2) < 128)) {
            letters.insert(both + 2, HORN).insert(both + 1, HORN);
            return true;
        }
        for (int i = letters.length() - 1; i >= 0; i--) {
            boolean bare = i + 1 == letters.length() || letters.charAt(i + 1) < 128;
            if (bare && vowels.indexOf(letters.charAt(i)) >= 0) {
                letters.insert(i + 1, mark);
                return true;
            }
        }
        return false;
    }

    private boolean vowelSeen() {
        return letters.chars().anyMatch(c -> VOWELS.indexOf(c) >= 0);
    }

    private Optional<String> finished() {
        var bare = Normaliser.fold(letters.toString());
        if (!used || !vowelSeen() || !Syllable.is(bare)) {
            return Optional.empty();
        }
        if (tone != 0) {
            letters.insert(toneAt() + 1, tone);
        }
        return Optional.of(Normalizer.normalize(letters, Normalizer.Form.NFC));
    }

    /** The tone stands on the marked vowel, else on the vowel before the last consonants or the main one of an open rhyme. */
    private int toneAt() {
        int first = letters.charAt(0) == 'q' || letters.indexOf("gi") == 0 && vowelsFrom(2) ? 2 : 0;
        int last = -1;
        int count = 0;
        int marked = -1;
        for (int i = first; i < letters.length(); i++) {
            if (VOWELS.indexOf(letters.charAt(i)) >= 0) {
                last = i;
                count++;
                if (i + 1 < letters.length() && letters.charAt(i + 1) > 127) {
                    marked = i + 1;
                }
            }
        }
        if (marked >= 0) {
            return marked;
        }
        boolean open = last == letters.length() - 1;
        return count >= 2 && open ? last - 1 : last;
    }

    private boolean vowelsFrom(int start) {
        return letters.substring(Math.min(start, letters.length())).chars().anyMatch(c -> VOWELS.indexOf(c) >= 0);
    }
}
