package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.satisfaction.PersonalWords.Phrases;

/**
 * Finds where somebody lives: house numbers, alleys, streets, hamlets, groups of houses, flats. Communes and provinces stay:
 * they are as large as the agency that is rated.
 */
final class AddressFinder {
    private static final String NUMBER = "(?:so\\s)?\\d{1,4}[a-z]?\\d?(?:\\s?[/.-]\\s?\\d{1,4}[a-z]?)*(?![\\w])";
    private static final int MOST_WORDS = 4;

    /** With a number after it. The words are compared as the text is written. */
    private static final Phrases NUMBERED = phrases("ngõ, ngách, hẻm, kiệt, ngỏ, số nhà, nhà số, lô, toà nhà, sn");

    private static final Phrases NUMBERED_OR_NAMED = phrases(
            "thôn, ấp, xóm, buôn, khóm, khu phố, tổ dân phố, tdp, kp, khu dân cư, kdc, chung cư, khu tập thể, ktt, khu đô thị");
    private static final Phrases NAMED_SMALL = phrases("thôn, ấp, xóm, buôn");
    private static final Phrases NAMED = phrases("bản, làng, toà, khu");
    private static final Phrases STREET = phrases("đường, phố, đại lộ, đ");
    private static final Phrases GROUP = phrases("tổ, đội, khu, cụm");
    private static final Phrases NOT_OF_HAMLETS = PersonalWords.ALL.section("hamlets not");
    private static final Phrases STREETS = PersonalWords.ALL.section("streets");
    private static final Phrases NOT_A_NAME = PersonalWords.ALL.section("not a name");

    private static final Pattern AFTER = Pattern.compile("[\\s:,.]{0,2}" + NUMBER);
    private static final Pattern HOUSE = Pattern.compile(
            "(?<![a-z0-9])(?:nha\\s)?so\\s\\d{1,4}[a-z]?(?:/\\d{1,4}[a-z]?)*(?=[\\s,]+(?:ngo|ngach|hem|kiet|duong|pho|thon|to|khu)\\b)");
    private static final Pattern FLAT =
            Pattern.compile("(?<![a-z0-9])(?:phong|can ho|can|p\\.?)\\s?\\d{3,4}[a-z]?(?![a-z0-9])");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,.;:/-]{0,3}(?:(?:thuoc|cua|o)\\s)?");

    private AddressFinder() {}

    private static Phrases phrases(String list) {
        return new Phrases(
                List.of(list.split(",")).stream().map(PersonalWords::phrase).toList());
    }

    static List<Personal.Found> find(WrittenText text) {
        var parts = new ArrayList<Personal.Found>();
        add(HOUSE, text, parts);
        for (int i = 0; i < text.words().size(); i++) {
            int end = end(text, i);
            if (end > 0) {
                parts.add(
                        new Personal.Found(Personal.ADDRESS, text.words().get(i).start(), end));
            }
        }
        return parts.isEmpty() ? parts : joined(text, withFlats(text, joined(text, parts)));
    }

    private static void add(Pattern pattern, WrittenText text, List<Personal.Found> parts) {
        var matcher = pattern.matcher(text.folded());
        while (matcher.find()) {
            parts.add(new Personal.Found(Personal.ADDRESS, matcher.start(), matcher.end()));
        }
    }

    /** Where the part of an address ends that begins with this word; 0 when none does. */
    private static int end(WrittenText text, int place) {
        int length = NUMBERED.at(text, place);
        if (length > 0 && numberAfter(text, place + length - 1) > 0) {
            return numberAfter(text, place + length - 1);
        }
        length = NUMBERED_OR_NAMED.at(text, place);
        if (length > 0) {
            int last = place + length - 1;
            int number = numberAfter(text, last);
            int named = number > 0 ? number : named(text, last, true);
            return named > 0 || !NAMED_SMALL.has(text, place) ? named : small(text, last);
        }
        if (GROUP.has(text, place) && numberAfter(text, place) > 0) {
            return numberAfter(text, place);
        }
        if (NAMED.has(text, place) && text.isMarked()) {
            return named(text, place, false);
        }
        length = STREET.at(text, place);
        return length == 0 ? 0 : street(text, place + length - 1);
    }

    private static int numberAfter(WrittenText text, int last) {
        int from = text.words().get(last).end();
        var matcher = AFTER.matcher(text.folded()).region(from, text.folded().length());
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** Capitalised words that follow. */
    private static int named(WrittenText text, int last, boolean numbersToo) {
        if (text.isShouted()) {
            return 0;
        }
        int end = 0;
        for (int i = last; i < last + MOST_WORDS && text.isJoined(i); i++) {
            var next = text.words().get(i + 1);
            boolean belongs = (next.isCapitalised() && !NOT_A_NAME.has(text, i + 1))
                    || (end > 0 && numbersToo && next.isNumber());
            if (!belongs) {
                break;
            }
            end = next.end();
        }
        return end;
    }

    /** One word written small, when it does not go on with the sentence. */
    private static int small(WrittenText text, int last) {
        return text.isJoined(last) && !text.words().get(last + 1).isNumber() && !NOT_OF_HAMLETS.has(text, last + 1)
                ? text.words().get(last + 1).end()
                : 0;
    }

    private static int street(WrittenText text, int last) {
        int named = named(text, last, true);
        if (named > 0) {
            return named;
        }
        int length = text.isJoined(last) ? STREETS.at(text, last + 1) : 0;
        if (length == 0) {
            return numberAfterRoad(text, last);
        }
        int end = last + length;
        return text.words()
                .get(length > 1 || !text.isJoined(end) ? end : end + 1)
                .end();
    }

    private static int numberAfterRoad(WrittenText text, int last) {
        return text.words().get(last).folded().equals("duong") ? numberAfter(text, last) : 0;
    }

    /** Parts with nothing but commas between them are one address. */
    private static List<Personal.Found> joined(WrittenText text, List<Personal.Found> parts) {
        var joined = new ArrayList<Personal.Found>();
        for (var part : parts.stream()
                .sorted(Comparator.comparingInt(Personal.Found::start))
                .toList()) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && part.start() < before.end()) {
                joined.set(
                        joined.size() - 1,
                        new Personal.Found(Personal.ADDRESS, before.start(), Math.max(before.end(), part.end())));
            } else if (before != null
                    && BETWEEN.matcher(text.folded().substring(before.end(), part.start()))
                            .matches()) {
                joined.set(joined.size() - 1, new Personal.Found(Personal.ADDRESS, before.start(), part.end()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    /** The number of a room says where somebody lives only beside the rest of an address. */
    private static List<Personal.Found> withFlats(WrittenText text, List<Personal.Found> addresses) {
        var flats = new ArrayList<Personal.Found>();
        add(FLAT, text, flats);
        flats.removeIf(flat ->
                addresses.stream().noneMatch(a -> Math.max(a.start() - flat.end(), flat.start() - a.end()) <= 4));
        flats.addAll(addresses);
        return flats;
    }
}
