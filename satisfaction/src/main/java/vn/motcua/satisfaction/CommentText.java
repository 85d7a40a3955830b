package vn.motcua.satisfaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.motcua.openapi.ProblemException;

/** The free text of a rating: as it comes in, and as it is kept. */
final class CommentText {
    /** As phones count: an emoji is two. */
    static final int MOST = 1000;

    /** The redaction may make a text longer; what is beyond is cut off. */
    private static final int KEPT = 1100;

    private static final int LENGTH_BYTES = 2;
    /** Always so long, whatever was written, or nothing. */
    static final int BYTES = LENGTH_BYTES + 2 * KEPT;

    private CommentText() {}

    /** Without what names anybody; null when nothing was written. */
    static String readable(String comment) {
        if (comment == null) {
            return null;
        }
        if (comment.length() > MOST) {
            throw ProblemException.invalid(
                    "/comment", "Nhiều nhất " + MOST + " ký tự.", "At most " + MOST + " characters.");
        }
        if (comment.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw ProblemException.invalid(
                    "/comment", "Không được có ký tự điều khiển.", "Must not hold control characters.");
        }
        var clean = visible(comment).strip();
        return clean.isEmpty() ? null : cut(Redactor.redacted(clean));
    }

    /** Without characters that nobody sees: between the digits of a number they would only hide it. */
    private static String visible(String comment) {
        return comment.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> c == '\t' || c == '\r' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cut(String text) {
        if (text.length() <= KEPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(KEPT - 2)) ? KEPT - 2 : KEPT - 1;
        return text.substring(0, end) + "…";
    }

    /** All are equally long; null and nothing are the same. */
    static byte[] bytes(String text) {
        var written = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_16BE);
        var bytes = new byte[BYTES];
        bytes[0] = (byte) (written.length >> Byte.SIZE);
        bytes[1] = (byte) written.length;
        System.arraycopy(written, 0, bytes, LENGTH_BYTES, written.length);
        return bytes;
    }

    /** Null when nothing was written. */
    static String ofBytes(byte[] bytes) {
        int length = Byte.toUnsignedInt(bytes[0]) << Byte.SIZE | Byte.toUnsignedInt(bytes[1]);
        return length == 0
                ? null
                : new String(Arrays.copyOfRange(bytes, LENGTH_BYTES, LENGTH_BYTES + length), StandardCharsets.UTF_16BE);
    }
}
