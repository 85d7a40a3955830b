package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every procedure once, at the place of its latest change: by release, then by code. A change moves its procedure towards the
 * end, so a reader who goes on from any place meets everything that changed behind it.
 */
final class ChangeFeed {
    private record Place(long release, String code, boolean gone) {}

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::release).thenComparing(Place::code);

    private final ReleaseHistory history;
    private final List<Place> places;

    ChangeFeed(ReleaseHistory history) {
        this.history = history;
        this.places = history.touched().entrySet().stream()
                .map(one -> new Place(
                        one.getValue().release(), one.getKey(), one.getValue().gone()))
                .sorted(ORDER)
                .toList();
    }

    CatalogueChangePage page(
            FeedCursor from, int limit, Function<String, OfflineProcedure> record, Supplier<OfflineLists> lists) {
        var items = new ArrayList<CatalogueChange>();
        for (var place : places.subList(start(from), places.size())) {
            if (place.gone && place.release <= from.synced()) {
                continue; // taken from the public before this client held anything
            }
            if (items.size() == limit) {
                var last = items.getLast();
                return new CatalogueChangePage(
                        history.latest(),
                        items,
                        from.behind(last.release(), last.code()).encode(),
                        true,
                        null);
            }
            items.add(
                    place.gone
                            ? new CatalogueChange(place.code, CatalogueChange.Kind.REMOVED, place.release, null)
                            : new CatalogueChange(
                                    place.code, CatalogueChange.Kind.PUT, place.release, record.apply(place.code)));
        }
        var nothingNew = items.isEmpty() && from.equals(FeedCursor.end(history));
        return new CatalogueChangePage(
                history.latest(), items, FeedCursor.end(history).encode(), false, nothingNew ? null : lists.get());
    }

    /** The first place behind the cursor. */
    private int start(FeedCursor from) {
        var at = new Place(from.release(), from.code(), false);
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(places.get(middle), at) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
