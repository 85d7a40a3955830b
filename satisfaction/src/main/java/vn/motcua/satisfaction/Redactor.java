package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes out of a comment what names somebody or leads to them. The rules are words and forms, no model: anybody can read why
 * something was taken out. What they find and miss is measured on judged comments (docs/satisfaction.md).
 */
final class Redactor {
    private Redactor() {}

    /** A comment that may be read. */
    static String redacted(String comment) {
        var readable = new StringBuilder();
        int done = 0;
        for (var found : find(comment)) {
            readable.append(comment, done, found.start()).append(found.kind().instead());
            done = found.end();
        }
        return readable.append(comment, done, comment.length()).toString();
    }

    /** What is taken out, in the order of the text; where two rules meet, one covers what both found. */
    static List<Personal.Found> find(String comment) {
        var text = new WrittenText(comment);
        var all = new ArrayList<Personal.Found>();
        all.addAll(PatternFinder.find(text));
        all.addAll(NumberFinder.find(text));
        all.addAll(AddressFinder.find(text));
        all.addAll(NameFinder.find(text));
        all.sort(Comparator.comparing(Personal.Found::kind).thenComparingInt(Personal.Found::start));
        var taken = new ArrayList<Personal.Found>();
        for (var found : all) {
            cover(found, taken);
        }
        taken.sort(Comparator.comparingInt(Personal.Found::start));
        return taken;
    }

    /** The kinds of stricter form come first; a later one that reaches further widens them. */
    private static void cover(Personal.Found found, List<Personal.Found> taken) {
        var covering = found;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < taken.size(); i++) {
                var other = taken.get(i);
                if (other.overlaps(covering.start(), covering.end())) {
                    taken.remove(i);
                    covering = new Personal.Found(
                            other.kind(),
                            Math.min(other.start(), covering.start()),
                            Math.max(other.end(), covering.end()));
                    grown = true;
                    break;
                }
            }
        }
        taken.add(covering);
    }
}
