package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Titles that are in the catalogue more than once: copies that provinces made of a national record, and old codes beside
 * new ones. Of each the first in rank is shown. The same title of another authority or at another level is no copy.
 */
final class Duplicates {
    private final Map<String, Set<String>> seen = new HashMap<>();

    /** Whether this is the first of its kind; asked once for each, in the order of their ranks. */
    boolean first(CatalogueEntry entry) {
        var same = seen.computeIfAbsent(entry.foldedTitle(), unseen -> new HashSet<>());
        if (!entry.national()) {
            return same.isEmpty() && same.add("");
        }
        var authority = entry.authority() == null ? "" : entry.authority().name();
        boolean first = same.add(authority + entry.summary().levels())
                && (!entry.summary().levels().isEmpty()
                        || same.stream()
                                        .filter(one -> one.startsWith(authority))
                                        .count()
                                == 1);
        return first;
    }
}
