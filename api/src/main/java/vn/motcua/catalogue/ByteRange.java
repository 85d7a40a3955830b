package vn.motcua.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** One range of a file, for downloads that go on after a cut (RFC 9110 section 14). {@code last} is included. */
record ByteRange(int first, int last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** What the headers ask for; empty means the whole file: no range, several, one outside, or another file's. */
    static Optional<ByteRange> of(String range, String ifRange, String etag, int size) {
        var asked = range == null ? null : ONE.matcher(range.strip());
        if (asked == null
                || !asked.matches()
                || (ifRange != null && !ifRange.strip().equals(etag))) {
            return Optional.empty();
        }
        var from = asked.group(1);
        var to = asked.group(2);
        if (from.isEmpty()) {
            int length = to.isEmpty() ? 0 : Math.min(Integer.parseInt(to), size);
            return length == 0 ? Optional.empty() : Optional.of(new ByteRange(size - length, size - 1));
        }
        int first = Integer.parseInt(from);
        int last = to.isEmpty() ? size - 1 : Math.min(Integer.parseInt(to), size - 1);
        return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    String header(int size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
