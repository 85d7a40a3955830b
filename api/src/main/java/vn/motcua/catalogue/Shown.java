package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The matches that a list shows, in order, put together as far as somebody reads. */
final class Shown {
    private final CatalogueSnapshot snapshot;
    private final Matches matches;
    private final Predicate<CatalogueEntry> shows;
    private final List<CatalogueEntry> entries = new ArrayList<>();
    private int read;

    /** {@code shows} is asked once for each match, in order. */
    Shown(CatalogueSnapshot snapshot, Matches matches, Predicate<CatalogueEntry> shows) {
        this.snapshot = snapshot;
        this.matches = matches;
        this.shows = shows;
    }

    /** Whether there are so many. */
    boolean reach(int count) {
        while (entries.size() < count && read < matches.size()) {
            var entry = snapshot.entries().get(matches.place(read++));
            if (shows.test(entry)) {
                entries.add(entry);
            }
        }
        return entries.size() >= count;
    }

    /** The entry at this place of the list, which was reached. */
    CatalogueEntry at(int place) {
        return entries.get(place);
    }

    /** From here on, at most so many. */
    List<CatalogueEntry> page(int from, int size) {
        reach(from + size);
        return List.copyOf(entries.subList(Math.min(from, entries.size()), Math.min(from + size, entries.size())));
    }
}
