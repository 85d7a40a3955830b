package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.openapi.Text;
import vn.motcua.satisfaction.WrittenText.Entry;

/** What comments are about, by the rules of {@code comments/topics.txt}; the same text always has the same topics. */
final class Topics {
    static final Topics RULES = new Topics();

    /** Of comments to which no rule applies. */
    static final String OTHER = "OTHER";

    private static final Text OTHER_LABEL = new Text("Khác", "Other");
    private static final List<Entry> DENIALS =
            Arrays.asList(Entry.of("không"), Entry.of("chẳng"), Entry.of("chưa"), Entry.of("khỏi"), Entry.of("mới"));
    private static final int GAP = 3;

    private final int version;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    /** A phrase is its parts; between two parts up to three words may stand. */
    private record Topic(Text label, boolean complaint, List<List<List<Entry>>> phrases) {}

    private Topics() {
        var lines = PersonalWords.lines("topics.txt");
        version = Integer.parseInt(lines.getFirst().substring("version ".length()));
        List<List<List<Entry>>> phrases = null;
        for (var line : lines.subList(1, lines.size())) {
            var columns = line.split("\\s*\\|\\s*");
            if (columns.length > 1) {
                phrases = new ArrayList<>();
                topics.put(
                        columns[0],
                        new Topic(new Text(columns[2], columns[3]), "complaint".equals(columns[1]), phrases));
            } else {
                phrases.add(Arrays.stream(line.split("\\.\\.\\."))
                        .map(PersonalWords::phrase)
                        .toList());
            }
        }
    }

    /** A change of the rules is a new number. */
    int version() {
        return version;
    }

    /** All codes, {@link #OTHER} last. */
    List<String> codes() {
        var codes = new ArrayList<>(topics.keySet());
        codes.add(OTHER);
        return codes;
    }

    Text label(String code) {
        return Optional.ofNullable(topics.get(code)).map(Topic::label).orElse(OTHER_LABEL);
    }

    boolean isComplaint(String code) {
        return topics.containsKey(code) && topics.get(code).complaint();
    }

    /** Codes in the order of the rules, at least one. */
    List<String> of(String comment) {
        var text = new WrittenText(withoutPersonal(comment));
        var found = topics.entrySet().stream()
                .filter(topic -> topic.getValue().phrases().stream().anyMatch(phrase -> isSaid(text, phrase)))
                .map(Map.Entry::getKey)
                .toList();
        return found.isEmpty() ? List.of(OTHER) : found;
    }

    /** What the redaction put in must not make a comment look as if it were written with tone marks. */
    private static String withoutPersonal(String comment) {
        var text = comment;
        for (var kind : Personal.values()) {
            text = text.replace(kind.instead(), "#");
        }
        return text;
    }

    private static boolean isSaid(WrittenText text, List<List<Entry>> phrase) {
        for (int i = 0; i < text.words().size(); i++) {
            if (text.has(i, phrase.getFirst())
                    && follows(text, i + phrase.getFirst().size(), phrase, 1)
                    && !isDenied(text, i, phrase.getFirst().getFirst())) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(WrittenText text, int place, List<List<Entry>> phrase, int part) {
        if (part == phrase.size()) {
            return true;
        }
        for (int gap = 0; gap <= GAP; gap++) {
            if (gap > 0 && !text.isSameClause(place + gap - 1)) {
                return false;
            }
            if (text.isSameClause(place + gap)
                    && text.has(place + gap, phrase.get(part))
                    && follows(text, place + gap + phrase.get(part).size(), phrase, part + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "Không phải chờ lâu" is no complaint; a phrase that itself denies is what it says. */
    private static boolean isDenied(WrittenText text, int place, Entry first) {
        if (DENIALS.contains(first)) {
            return false;
        }
        for (int i = place - 1; i >= Math.max(0, place - 2) && text.isSameClause(i + 1); i--) {
            var before = text.form(text.words().get(i));
            if (DENIALS.stream().anyMatch(denial -> text.form(denial).equals(before))) {
                return true;
            }
        }
        return false;
    }
}
