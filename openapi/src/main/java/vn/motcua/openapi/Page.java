package vn.motcua.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/** One page of a list. {@code nextCursor} is absent on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String nextCursor) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Builds a page from {@code limit + 1} rows: the extra row only tells that there is more.
     *
     * @param position the cursor parts of an item, in the order of the list's keys
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, position.apply(items.getLast()).encode());
    }

    /** The limit as asked for, 20 when absent; outside 1..100 is a problem. */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "Phải từ 1 đến 100.", "Must be from 1 to 100.");
        }
        return asked;
    }
}
