package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The public records of one release as they are answered, by code, and the history that orders them. */
final class Shelf {
    private final SortedMap<String, PublishedRecord> records;
    private final ReleaseHistory history;

    private Shelf(SortedMap<String, PublishedRecord> records, ReleaseHistory history) {
        this.records = Collections.unmodifiableSortedMap(records);
        this.history = history;
    }

    Optional<PublishedRecord> record(String code) {
        return Optional.ofNullable(records.get(code));
    }

    Collection<PublishedRecord> records() {
        return records.values();
    }

    ReleaseHistory history() {
        return history;
    }

    /** Takes the public procedures of a release; what did not change since the shelf before is taken over from there. */
    static final class Builder {
        private final SortedMap<String, PublishedRecord> records = new TreeMap<>();
        private final ReleaseHistory history;
        private final Optional<Shelf> before;
        private final ObjectMapper json;

        Builder(ReleaseHistory history, Optional<Shelf> before, ObjectMapper json) {
            this.history = history;
            this.before = before;
            this.json = json;
        }

        void add(ProcedureRecord published, Editorial editorial, ProcedureVersion version) {
            long release = history.touched().get(published.code()).release();
            var kept = before.flatMap(shelf -> shelf.record(published.code()))
                    .filter(known -> known.isSame(release, version.number()))
                    // A change that awaits its release counts as the latest one, which says nothing about the words.
                    .filter(known -> release < history.latest());
            records.put(
                    published.code(),
                    kept.orElseGet(
                            () -> PublishedRecord.of(Procedure.of(published, editorial, version), release, json)));
        }

        Shelf build() {
            return new Shelf(records, history);
        }
    }
}
