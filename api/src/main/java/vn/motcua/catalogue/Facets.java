package vn.motcua.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.motcua.openapi.Language;

/** Counts a whole result by the value of each filter. */
final class Facets {
    private final CatalogueSnapshot snapshot;
    private final Language language;
    private final Map<String, Integer> fields = new HashMap<>();
    private final Map<Level, Integer> levels = new HashMap<>();
    private final Map<String, Integer> agencies = new HashMap<>();
    private final Map<Subject, Integer> subjects = new HashMap<>();
    private final Map<String, Integer> lifeEvents = new HashMap<>();
    private final Map<OnlineLevel, Integer> onlineLevels = new HashMap<>();

    private Facets(CatalogueSnapshot snapshot, Language language) {
        this.snapshot = snapshot;
        this.language = language;
    }

    static List<Facet> of(List<CatalogueEntry> found, CatalogueSnapshot snapshot, Language language) {
        var facets = new Facets(snapshot, language);
        found.forEach(facets::count);
        return facets.counted();
    }

    private void count(CatalogueEntry entry) {
        add(fields, entry.summary().field().code());
        entry.summary().levels().stream().distinct().forEach(level -> add(levels, level));
        if (entry.authority() != null && entry.authority().code() != null) {
            add(agencies, entry.authority().code());
        }
        entry.subjects().stream().distinct().forEach(subject -> add(subjects, subject));
        entry.editorial().lifeEvents().stream().distinct().forEach(event -> add(lifeEvents, event));
        if (entry.summary().onlineLevel() != null) {
            add(onlineLevels, entry.summary().onlineLevel());
        }
    }

    private List<Facet> counted() {
        return List.of(
                facet("field", fields, code -> code, snapshot::fieldName),
                facet("level", levels, Level::name, level -> level.label().in(language)),
                facet("agency", agencies, code -> code, snapshot::authorityName),
                facet(
                        "subject",
                        subjects,
                        Subject::name,
                        subject -> subject.label().in(language)),
                facet("lifeEvent", lifeEvents, code -> code, code -> snapshot.lifeEventName(code, language)),
                facet(
                        "onlineLevel",
                        onlineLevels,
                        OnlineLevel::name,
                        online -> online.label().in(language)));
    }

    private static <K> void add(Map<K, Integer> counts, K key) {
        counts.merge(key, 1, Integer::sum);
    }

    private static <K> Facet facet(
            String name, Map<K, Integer> counts, Function<K, String> value, Function<K, String> label) {
        return new Facet(
                name,
                counts.entrySet().stream()
                        .map(entry -> new FacetValue(
                                value.apply(entry.getKey()), label.apply(entry.getKey()), entry.getValue()))
                        .sorted(Comparator.comparingInt(FacetValue::count)
                                .reversed()
                                .thenComparing(FacetValue::value))
                        .toList());
    }
}
