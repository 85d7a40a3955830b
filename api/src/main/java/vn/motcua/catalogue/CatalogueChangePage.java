package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * One page of changes.
 *
 * @param release the release that the reader has reached when {@code hasMore} is false
 * @param nextCursor where to go on, now or tomorrow; always present
 * @param lists on the last page of changes, the reference lists to keep in place of the ones before
 */
@RegisterForReflection
record CatalogueChangePage(
        long release, List<CatalogueChange> items, String nextCursor, boolean hasMore, OfflineLists lists) {}
