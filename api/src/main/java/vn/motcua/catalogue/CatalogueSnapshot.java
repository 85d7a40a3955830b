package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProcedureCode;
import vn.motcua.search.Lexicon;
import vn.motcua.search.SearchEngine;

/** One catalogue release as a replica holds it: immutable, swapped as a whole. */
final class CatalogueSnapshot {
    private final long releaseId;
    private final List<CatalogueEntry> entries;
    private final Map<String, CatalogueEntry> byCode = new HashMap<>();
    private final Map<String, ProcedureFacts> facts;
    private final List<LifeEventLabel> lifeEvents;
    private final List<Field> fields;
    private final Map<String, String> fieldNames;
    private final Map<String, String> authorityNames;
    private final SearchEngine search;
    private final Shelf shelf;

    private CatalogueSnapshot(long releaseId, Builder built, List<LifeEventLabel> lifeEvents, Shelf shelf) {
        this.releaseId = releaseId;
        this.shelf = shelf;
        this.entries = List.copyOf(built.entries);
        this.entries.forEach(entry -> byCode.put(entry.code(), entry));
        this.facts = Map.copyOf(built.facts);
        this.lifeEvents = List.copyOf(lifeEvents);
        this.search = built.search.build();
        this.fieldNames = commonestNames(
                entries.stream().map(entry -> entry.summary().field()).toList());
        this.authorityNames = commonestNames(entries.stream()
                .filter(entry -> entry.authority() != null && entry.authority().code() != null)
                .map(entry -> new NamedCode(
                        entry.authority().code(), entry.authority().name()))
                .toList());
        this.fields = countedFields();
    }

    long releaseId() {
        return releaseId;
    }

    /** Public procedures in force, by code. */
    List<CatalogueEntry> entries() {
        return entries;
    }

    /** Its documents are numbered like {@link #entries()}. */
    SearchEngine search() {
        return search;
    }

    /** The whole records of {@link #entries}, as they are answered. */
    Shelf shelf() {
        return shelf;
    }

    /** A local form is answered by its own record where a province published one, else by the national record. */
    Optional<CatalogueEntry> resolve(ProcedureCode code) {
        return CodeForms.of(code).stream()
                .map(byCode::get)
                .filter(entry -> entry != null)
                .findFirst();
    }

    Optional<ProcedureFacts> facts(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    String fieldName(String code) {
        return fieldNames.getOrDefault(code, code);
    }

    String authorityName(String code) {
        return authorityNames.getOrDefault(code, code);
    }

    String lifeEventName(String code, Language language) {
        return lifeEvents.stream()
                .filter(event -> event.code().equals(code))
                .map(event -> event.name().in(language))
                .findFirst()
                .orElse(code);
    }

    List<Field> fields() {
        return fields;
    }

    List<LifeEvent> lifeEvents(Language language) {
        var counts = entries.stream()
                .flatMap(entry -> entry.editorial().lifeEvents().stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return lifeEvents.stream()
                .map(event -> new LifeEvent(
                        event.code(),
                        event.name().in(language),
                        event.audience(),
                        counts.getOrDefault(event.code(), 0L).intValue()))
                .toList();
    }

    private List<Field> countedFields() {
        return entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.summary().field().code(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> new Field(
                        count.getKey(),
                        fieldName(count.getKey()),
                        count.getValue().intValue()))
                .sorted(Comparator.comparing((Field field) -> String.join(" ", Folding.foldedWords(field.name())))
                        .thenComparing(Field::code))
                .toList();
    }

    /** Records spell a name in several ways; the spelling that most of them use stands for all. */
    private static Map<String, String> commonestNames(List<NamedCode> named) {
        return named.stream()
                .collect(Collectors.groupingBy(
                        NamedCode::code, Collectors.groupingBy(NamedCode::name, Collectors.counting())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        spellings -> Collections.max(
                                        spellings.getValue().entrySet(),
                                        Map.Entry.<String, Long>comparingByValue()
                                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                                .getKey()));
    }

    /** Takes the current versions by code. */
    static final class Builder {
        private final List<CatalogueEntry> entries = new ArrayList<>();
        private final Map<String, ProcedureFacts> facts = new HashMap<>();
        private final SearchEngine.Builder search;

        Builder(Lexicon lexicon) {
            this.search = new SearchEngine.Builder(lexicon);
        }

        void add(ProcedureRecord published, Editorial editorial, ProcedureVersion version, boolean internal) {
            facts.put(
                    published.code(),
                    new ProcedureFacts(
                            published.code(),
                            published.name(),
                            published.field().code(),
                            published.field().name(),
                            version.number(),
                            TimeLimits.facts(published)));
            if (!internal) {
                entries.add(CatalogueEntry.of(published, editorial, version));
                search.add(SearchDocuments.of(published, editorial, Prior.of(published, editorial.lifeEvents(), 0)));
            }
        }

        CatalogueSnapshot build(long releaseId, List<LifeEventLabel> lifeEvents, Shelf shelf) {
            return new CatalogueSnapshot(releaseId, this, lifeEvents, shelf);
        }
    }
}
