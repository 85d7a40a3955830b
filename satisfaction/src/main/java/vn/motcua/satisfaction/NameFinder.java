package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.satisfaction.PersonalWords.Phrases;

/**
 * Finds names: after titles and kinship words, by which people address everybody, and full names that begin with a surname.
 * Where capitals tell names apart they are believed; where a comment is written small, or in capitals only, lists of common
 * names decide.
 */
final class NameFinder {
    private static final Phrases TITLES = PersonalWords.ALL.section("titles");
    private static final Phrases AFTER_TITLE = PersonalWords.ALL.section("after title");
    private static final Phrases AMBIGUOUS = PersonalWords.ALL.section("ambiguous titles");
    private static final Phrases SURNAMES = PersonalWords.ALL.section("surnames");
    private static final Phrases SURE_SURNAMES = PersonalWords.ALL.section("sure surnames");
    private static final Phrases MIDDLE = PersonalWords.ALL.section("middle names");
    private static final Phrases GIVEN = PersonalWords.ALL.section("given names");
    private static final Phrases SURE = PersonalWords.ALL.section("sure names");
    private static final Phrases NOT_A_NAME = PersonalWords.ALL.section("not a name");
    private static final Phrases INSTITUTIONS = PersonalWords.ALL.section("institutions");
    /** After an officer's title a commune, unless a surname follows. */
    private static final Phrases OF_PLACE =
            new Phrases(List.of(PersonalWords.phrase("xã"), PersonalWords.phrase("phường")));

    private static final Phrases AND =
            new Phrases(List.of(PersonalWords.phrase("và"), PersonalWords.phrase("với"), PersonalWords.phrase("cùng")));

    private static final Phrases AT_COUNTER = new Phrases(List.of(
            PersonalWords.phrase("ở quầy"),
            PersonalWords.phrase("ở bàn"),
            PersonalWords.phrase("ở bộ phận"),
            PersonalWords.phrase("ở phòng"),
            PersonalWords.phrase("quầy"),
            PersonalWords.phrase("bàn số")));

    private static final int MOST_WORDS = 5;

    private NameFinder() {}

    static List<Personal.Found> find(WrittenText text) {
        var found = new ArrayList<Personal.Found>();
        int i = 0;
        while (i < text.words().size()) {
            int next = named(text, i, found);
            i = next > i ? next : i + 1;
        }
        return found;
    }

    /** The place after the name that begins here or after the title that stands here; the same place when there is none. */
    private static int named(WrittenText text, int place, List<Personal.Found> found) {
        int title = TITLES.at(text, place);
        int start = title == 0 ? place : afterFillers(text, place, title);
        int length = 0;
        if (title > 0 && start > 0) {
            length = afterTitle(text, start, !text.isMarked() && AMBIGUOUS.has(text, place));
        }
        if (length == 0) {
            start = place;
            length = Math.max(full(text, place), atCounter(text, place));
        }
        if (length == 0) {
            return place;
        }
        add(text, start, length, found);
        return others(text, start + length, found);
    }

    private static void add(WrittenText text, int start, int length, List<Personal.Found> found) {
        found.add(new Personal.Found(
                Personal.NAME,
                text.words().get(start).start(),
                text.words().get(start + length - 1).end()));
    }

    /** Where a name would begin after this title; 0 when something else ends the phrase. */
    private static int afterFillers(WrittenText text, int place, int title) {
        int next = place + title;
        if (!isNear(text, next)) {
            return 0;
        }
        if (OF_PLACE.has(text, next)) {
            return title > 1 && isNear(text, next + 1) && SURNAMES.has(text, next + 1) ? next + 1 : 0;
        }
        for (int fillers = 0; fillers < 3; fillers++) {
            int length = AFTER_TITLE.at(text, next);
            if (length == 0 || TITLES.at(text, next) > length || !isNear(text, next + length)) {
                break;
            }
            next += length;
        }
        return next;
    }

    /** Joined to the word before, by blanks or as in "họ tên: ". */
    private static boolean isNear(WrittenText text, int place) {
        if (place >= text.words().size()) {
            return false;
        }
        var between = text.text()
                .substring(
                        text.words().get(place - 1).end(),
                        text.words().get(place).start());
        return between.isBlank() ? between.indexOf('\n') < 0 : between.matches("\\s?[:.]\\s{0,2}");
    }

    private static int afterTitle(WrittenText text, int start, boolean ambiguous) {
        if (TITLES.at(text, start) > 0 && !isCapitalisedName(text, start)) {
            return 0;
        }
        int full = full(text, start);
        if (full > 0) {
            return full;
        }
        if (isCapitalisedName(text, start)) {
            return capitalised(text, start);
        }
        return text.words().get(start).isCapitalised() && !text.isShouted() ? 0 : small(text, start, ambiguous);
    }

    private static boolean isCapitalisedName(WrittenText text, int place) {
        var word = text.words().get(place);
        return !text.isShouted()
                && word.isCapitalised()
                && !NOT_A_NAME.has(text, place)
                && (!word.isAllCapitals() || isKnown(text, place));
    }

    private static boolean isKnown(WrittenText text, int place) {
        return GIVEN.has(text, place) || SURNAMES.has(text, place) || MIDDLE.has(text, place);
    }

    private static int capitalised(WrittenText text, int start) {
        int length = 1;
        while (length < MOST_WORDS
                && text.isJoined(start + length - 1)
                && isCapitalisedName(text, start + length)
                && TITLES.at(text, start + length) == 0) {
            length++;
        }
        return length;
    }

    /** A surname and more: capitalised, or small with a middle name that is hardly anything else. */
    private static int full(WrittenText text, int place) {
        var word = text.words().get(place);
        if (!text.isShouted() && word.isCapitalised() && SURNAMES.has(text, place) && !isInstitution(text, place)) {
            int length = capitalised(text, place);
            return length > 1 ? length : 0;
        }
        int plain = plainCapitals(text, place);
        if (plain > 1) {
            return plain;
        }
        boolean small = text.isShouted() || !word.isCapitalised();
        if (!small || !SURE_SURNAMES.has(text, place) || isInstitution(text, place)) {
            return 0;
        }
        int length = 1;
        while (length < MOST_WORDS - 1
                && text.isJoined(place + length - 1)
                && (isSexed(text, place + length) || !NOT_A_NAME.has(text, place + length))
                && (MIDDLE.has(text, place + length) || GIVEN.has(text, place + length))) {
            length++;
        }
        if (length == 2 && isSexed(text, place + 1)) {
            return text.isJoined(place + 1) ? 3 : 2;
        }
        return length >= 3 ? length : 0;
    }

    /** NGUYEN THI THU, as banks write it, in a text that has marks. */
    private static int plainCapitals(WrittenText text, int place) {
        int length = 0;
        while (!text.isShouted() && length < MOST_WORDS && (length == 0 || text.isJoined(place + length - 1))) {
            var word = text.words().get(place + length);
            boolean known = length == 0
                    ? SURNAMES.hasPlain(word)
                    : GIVEN.hasPlain(word) || MIDDLE.hasPlain(word) || SURNAMES.hasPlain(word);
            if (!known || word.marked() || !word.isAllCapitals()) {
                break;
            }
            length++;
        }
        return length;
    }

    /** "Thắm ở quầy 2": a given name without a title, told by where it sits. */
    private static int atCounter(WrittenText text, int place) {
        return isCapitalisedName(text, place)
                        && GIVEN.has(text, place)
                        && text.isJoined(place)
                        && AT_COUNTER.has(text, place + 1)
                ? 1
                : 0;
    }

    /** "Văn" and "thị": whatever follows a surname and one of these is a name. */
    private static boolean isSexed(WrittenText text, int place) {
        var folded = text.words().get(place).folded();
        return folded.equals("van") || folded.equals("thi");
    }

    private static boolean isInstitution(WrittenText text, int place) {
        return place > 0 && INSTITUTIONS.endsBefore(text, place);
    }

    /** A given name that is written small, or in a text of capitals. */
    private static int small(WrittenText text, int start, boolean ambiguous) {
        var names = ambiguous ? SURE : GIVEN;
        if (!names.has(text, start) || NOT_A_NAME.has(text, start)) {
            return 0;
        }
        boolean two = text.isJoined(start)
                && !NOT_A_NAME.has(text, start + 1)
                && (text.isMarked() ? GIVEN : SURE).has(text, start + 1);
        return two ? 2 : 1;
    }

    /** "Chị Lan và Hoa": names that go on without a title. */
    private static int others(WrittenText text, int place, List<Personal.Found> found) {
        int next = place;
        while (next < text.words().size()) {
            int and = text.isJoined(next - 1) ? AND.at(text, next) : 0;
            boolean comma = and == 0
                    && text.text()
                            .substring(
                                    text.words().get(next - 1).end(),
                                    text.words().get(next).start())
                            .matches("\\s?[,&+/]\\s?");
            int start = next + and;
            if ((and == 0 && !comma)
                    || start >= text.words().size()
                    || !isCapitalisedName(text, start)
                    || !(GIVEN.has(text, start) || SURNAMES.has(text, start))
                    || TITLES.at(text, start) > 0) {
                return next;
            }
            int length = capitalised(text, start);
            add(text, start, length, found);
            next = start + length;
        }
        return next;
    }
}
