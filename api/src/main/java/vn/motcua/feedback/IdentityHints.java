package vn.motcua.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.search.Normaliser;

/**
 * Finds what looks like personal data in a text that is to be published. It does not promise to find all: an officer reads and
 * approves. What it finds of the sender's own contact is certain, and refused.
 */
final class IdentityHints {
    private static final String FAMILY_NAMES =
            "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đào|Đoàn|Trương|Lâm|Mai|Trịnh|Cao";

    /** Digits with what people put between them. */
    private static final String DIGIT = "(?:[ .\\-]?\\d)";

    private static final List<Rule> RULES = List.of(
            new Rule(Kind.EMAIL, Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d.-]{1,100}\\.\\p{L}{2,10}")),
            new Rule(Kind.DOSSIER, Pattern.compile("\\b[A-Z]\\d{2}(?:\\.\\d{2}){0,4}-\\d{6,8}-\\d{4,7}\\b")),
            new Rule(Kind.PERSONAL_ID, Pattern.compile("(?<!\\d)\\d" + DIGIT + "{11}(?![ .\\-]?\\d)")),
            new Rule(Kind.PHONE, Pattern.compile("(?<!\\d)(?:\\+?84|0)" + DIGIT + "{9}(?![ .\\-]?\\d)")),
            new Rule(Kind.NUMBER, Pattern.compile("(?<![\\d.,/])\\d{8,19}(?![\\d.,/]?\\d)")),
            new Rule(
                    Kind.ADDRESS,
                    Pattern.compile(
                            "(?iU)\\b(?:số nhà|nhà số|ngõ|ngách|hẻm)\\s+\\d+[\\p{L}/\\d]*"
                                    + "(?:,?\\s+(?:ngõ|ngách|hẻm|đường|phố|tổ|thôn|ấp)\\s+[\\p{L}\\d/]+(?:\\s\\p{Lu}\\p{L}*){0,3})?")),
            new Rule(Kind.NAME, Pattern.compile("(?U)\\b(?:" + FAMILY_NAMES + ")(?:\\s\\p{Lu}\\p{Ll}*){1,4}")));

    private IdentityHints() {}

    /** What it looks like. */
    enum Kind {
        EMAIL,
        DOSSIER,
        PERSONAL_ID,
        PHONE,
        NUMBER,
        ADDRESS,
        NAME,
        /** Of the sender, as told at sending. */
        SENDER
    }

    private record Rule(Kind kind, Pattern pattern) {}

    /** One place. {@code from} and {@code to} count UTF-16 units, as JavaScript, Java and Kotlin do. */
    record Hint(Kind kind, int from, int to) {}

    /** All places in their order; of two that overlap the one of the earlier rule. */
    static List<Hint> in(String text) {
        var hints = new ArrayList<Hint>();
        for (var rule : RULES) {
            rule.pattern()
                    .matcher(text)
                    .results()
                    .map(found -> new Hint(rule.kind(), found.start(), found.end()))
                    .filter(hint ->
                            hints.stream().noneMatch(known -> hint.from() < known.to() && known.from() < hint.to()))
                    .forEach(hints::add);
        }
        hints.sort(Comparator.comparingInt(Hint::from));
        return List.copyOf(hints);
    }

    /** Whether the text holds the sender's name, phone, address or mail, however it is spelt. */
    static boolean tells(Sender sender, String text) {
        var words = " " + Tracks.folded(text) + " ";
        var digits = text.replaceAll("\\D", "");
        return holds(words, sender.name(), 2)
                || holds(words, sender.address(), 3)
                || holds(words, sender.email(), 2)
                || (sender.phone() != null && digits.contains(lastDigits(sender.phone())));
    }

    /** A single common word proves nothing. */
    private static boolean holds(String words, String secret, int atLeast) {
        return secret != null
                && Normaliser.words(secret).size() >= atLeast
                && words.contains(" " + Tracks.folded(secret) + " ");
    }

    /** Nine digits: the same with 0 and with +84 in front. */
    private static String lastDigits(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 9));
    }
}
