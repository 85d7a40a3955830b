package vn.motcua.organisation;

import java.util.List;

/** The next entries. {@code nextCursor} is always there: it is where to go on, now or tomorrow. */
record FeedPage(List<FeedEntry> items, String nextCursor, boolean more) {
    FeedPage {
        items = List.copyOf(items);
    }
}
