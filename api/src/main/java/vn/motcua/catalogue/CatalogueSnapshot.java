package vn.motcua.catalogue;

import java.time.LocalDate;
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
import vn.motcua.search.SearchEngine;
import vn.motcua.search.SearchWords;

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
    private final FacetIndex facetIndex;
    private final Map<String, Long> dossiers;
    private final int dossiersTag;
    private final SearchWords words;
    private final SearchEngine search;
    private final Shelf shelf;

    private CatalogueSnapshot(long releaseId, Builder built, List<LifeEventLabel> lifeEvents, Shelf shelf) {
        this.releaseId = releaseId;
        this.shelf = shelf;
        this.entries = List.copyOf(built.entries);
        this.entries.forEach(entry -> byCode.put(entry.code(), entry));
        this.facts = Map.copyOf(built.facts);
        this.lifeEvents = List.copyOf(lifeEvents);
        this.facetIndex = new FacetIndex(entries);
        this.dossiers = built.dossiers;
        this.dossiersTag = dossiers.hashCode();
        this.words = built.words;
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

    /** The same release, searched with other words. */
    private CatalogueSnapshot(CatalogueSnapshot release, SearchWords words) {
        this.releaseId = release.releaseId;
        this.entries = release.entries;
        this.byCode.putAll(release.byCode);
        this.facts = release.facts;
        this.lifeEvents = release.lifeEvents;
        this.fields = release.fields;
        this.fieldNames = release.fieldNames;
        this.authorityNames = release.authorityNames;
        this.facetIndex = release.facetIndex;
        this.shelf = release.shelf;
        this.dossiers = release.dossiers;
        this.dossiersTag = release.dossiersTag;
        this.words = words;
        this.search = release.search.with(words.lexicon());
    }

    CatalogueSnapshot with(SearchWords words) {
        return new CatalogueSnapshot(this, words);
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

    /** What the editors taught the search of this snapshot. */
    SearchWords words() {
        return words;
    }

    /** How many dossiers were filed, as the ranking knows it. */
    Map<String, Long> dossiers() {
        return dossiers;
    }

    /** Tells these counts from others; every answer's ETag asks for it. */
    int dossiersTag() {
        return dossiersTag;
    }

    FacetIndex facetIndex() {
        return facetIndex;
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

    /** The number of a procedure among {@link #entries()}. */
    Optional<Integer> place(String code) {
        return Optional.ofNullable(byCode.get(code)).map(CatalogueEntry::place);
    }

    Optional<ProcedureFacts> facts(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    /** The current version when it is the one asked for, or was in force on that day already, or is the first of all. */
    Optional<ProcedureFacts> facts(ProceduresAt.Key key) {
        return facts(key.code())
                .filter(current -> key.version() != null
                        ? key.version() == current.version()
                        : current.version() == 1
                                || since(key.code())
                                        .map(day -> !day.isAfter(key.day()))
                                        .orElse(false));
    }

    private Optional<LocalDate> since(String code) {
        return Optional.ofNullable(byCode.get(code))
                .map(entry -> entry.version().validFrom());
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
                .flatMap(entry -> entry.lifeEvents().keySet().stream())
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
        private final SearchWords words;
        private final SearchEngine.Builder search;
        private final Map<String, Long> dossiers;

        /** {@code dossiers}: how many were filed lately, by procedure. */
        Builder(SearchWords words, Map<String, Long> dossiers) {
            this.words = words;
            this.search = new SearchEngine.Builder(words.lexicon());
            this.dossiers = Map.copyOf(dossiers);
        }

        void add(ProcedureRecord published, Editorial editorial, ProcedureVersion version, boolean internal) {
            facts.put(published.code(), PastVersions.facts(published, version.number(), internal));
            if (!internal) {
                var entry = CatalogueEntry.of(entries.size(), published, editorial, version);
                entries.add(entry);
                search.add(SearchDocuments.of(
                        published,
                        editorial,
                        Prior.of(published, entry.lifeEvents(), dossiers.getOrDefault(published.code(), 0L))));
            }
        }

        CatalogueSnapshot build(long releaseId, List<LifeEventLabel> lifeEvents, Shelf shelf) {
            return new CatalogueSnapshot(releaseId, this, lifeEvents, shelf);
        }
    }
}
