package vn.motcua.openapi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A place in a list: the key values of the last item seen. Opaque to clients. */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    /** Stands first in every cursor, so that made-up text is told from a cursor of ours. */
    private static final String MARK = "\u001e";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        return new Cursor(java.util.Arrays.stream(keys).map(String::valueOf).toList());
    }

    public String encode() {
        var joined = (MARK + String.join(SEPARATOR, keys)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /**
     * Reads a cursor that {@link #encode} made.
     *
     * @param parameter name of the query parameter, for the problem
     * @param size how many keys this list has
     */
    public static Optional<Cursor> decode(String encoded, String parameter, int size) {
        if (encoded == null || encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            var joined = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var keys = List.of(joined.substring(Math.min(1, joined.length())).split(SEPARATOR, -1));
            if (joined.startsWith(MARK) && keys.size() == size && joined.indexOf('\0') < 0) {
                return Optional.of(new Cursor(keys));
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the one problem below: whatever is wrong, the remedy is the same.
        }
        throw ProblemException.invalid(
                parameter,
                "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của trang trước.",
                "Not a cursor of this list. Use the nextCursor of the page before, unchanged.");
    }

    public String key(int index) {
        return keys.get(index);
    }

    /** A numeric key; a client that made up its own cursor gets a problem, not a fault. */
    public long number(int index, String parameter) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException madeUp) {
            throw ProblemException.invalid(
                    parameter,
                    "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của trang trước.",
                    "Not a cursor of this list. Use the nextCursor of the page before, unchanged.");
        }
    }
}
