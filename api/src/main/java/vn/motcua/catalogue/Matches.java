package vn.motcua.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.search.Found;

/** What a query or none matches, by place in the release, best first. */
sealed interface Matches {
    int size();

    /** The place of the match at this rank, from 0. */
    int place(int rank);

    /** The places of all matches, in any order. */
    int[] places();

    static Matches of(List<CatalogueEntry> entries) {
        return new Listed(entries.stream().mapToInt(CatalogueEntry::place).toArray());
    }

    static Matches of(Found found) {
        return new Searched(found);
    }

    /** What editors put first, then what was found. */
    static Matches of(List<CatalogueEntry> first, Found found) {
        return first.isEmpty()
                ? of(found)
                : new Listed(IntStream.concat(
                                first.stream().mapToInt(CatalogueEntry::place),
                                IntStream.range(0, found.size())
                                        .map(rank -> found.hit(rank).document()))
                        .distinct()
                        .toArray());
    }

    record Listed(int[] places) implements Matches {
        @Override
        public int size() {
            return places.length;
        }

        @Override
        public int place(int rank) {
            return places[rank];
        }
    }

    /** Whose order is found out as far as somebody reads. */
    record Searched(Found found) implements Matches {
        @Override
        public int size() {
            return found.size();
        }

        @Override
        public int place(int rank) {
            return found.hit(rank).document();
        }

        @Override
        public int[] places() {
            return found.documents();
        }
    }
}
