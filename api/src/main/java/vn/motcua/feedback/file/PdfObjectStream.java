package vn.motcua.feedback.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A compressed stream of a PDF, read and written again into the same place. */
final class PdfObjectStream {
    private static final Pattern FIRST = Pattern.compile("/First\\s+(\\d{1,9})");
    private static final Pattern COUNT = Pattern.compile("/N\\s+(\\d{1,9})");
    private static final Pattern PLAIN_FLATE =
            Pattern.compile("/Filter\\s*+(?:\\[\\s*+)?/(?:FlateDecode|Fl)\\s*\\]?(?![A-Za-z0-9])");

    private PdfObjectStream() {}

    /** The objects as they are read; refused when they take more than {@code room} bytes. */
    static byte[] unpacked(byte[] bytes, int begin, int end, String dictionary, int room) {
        if (!PLAIN_FLATE.matcher(dictionary).find() || dictionary.contains("/DecodeParms")) {
            throw PdfCleaner.unreadable();
        }
        return inflate(bytes, begin, end, room);
    }

    /** Judges the objects inside; blanks those of the information dictionary. Tells whether there was one. */
    static boolean clean(byte[] bytes, int begin, int end, byte[] objects, String dictionary, List<String> info) {
        PdfCleaner.requireHarmless(PdfCleaner.latin(objects));
        boolean found = false;
        for (var reference : info) {
            found |= blankObject(objects, dictionary, reference.substring(0, reference.indexOf(' ')));
        }
        if (found) {
            put(bytes, begin, end, objects);
        }
        return found;
    }

    /** A stream that is not needed: nothing in its own coding. */
    static void blank(byte[] bytes, int begin, int end, String dictionary) {
        if (!dictionary.contains("/Filter")) {
            Arrays.fill(bytes, begin, end, (byte) ' ');
        } else if (PLAIN_FLATE.matcher(dictionary).find()) {
            put(bytes, begin, end, new byte[0]);
        } else {
            Arrays.fill(bytes, begin, end, (byte) 0);
        }
    }

    private static boolean blankObject(byte[] objects, String dictionary, String number) {
        int first = number(FIRST, dictionary);
        int count = number(COUNT, dictionary);
        if (first > objects.length) {
            throw PdfCleaner.unreadable();
        }
        var head = new String(objects, 0, first, StandardCharsets.ISO_8859_1)
                .strip()
                .split("\\s+");
        if (head.length < 2 * count) {
            throw PdfCleaner.unreadable();
        }
        boolean found = false;
        for (int i = 0; i < count; i++) {
            if (head[2 * i].equals(number)) {
                int from = first + place(head[2 * i + 1]);
                int to = i + 1 < count ? first + place(head[2 * i + 3]) : objects.length;
                if (from > to || to > objects.length) {
                    throw PdfCleaner.unreadable();
                }
                Arrays.fill(objects, from, to, (byte) ' ');
                if (to - from >= 4) {
                    System.arraycopy("<<>>".getBytes(StandardCharsets.ISO_8859_1), 0, objects, from, 4);
                }
                found = true;
            }
        }
        return found;
    }

    private static int place(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw PdfCleaner.unreadable();
        }
        return Integer.parseInt(text);
    }

    private static int number(Pattern pattern, String dictionary) {
        var found = pattern.matcher(dictionary);
        if (!found.find()) {
            throw PdfCleaner.unreadable();
        }
        return Integer.parseInt(found.group(1));
    }

    private static byte[] inflate(byte[] bytes, int begin, int end, int room) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, begin, end - begin);
            var out = new ByteArrayOutputStream();
            var buffer = new byte[16 << 10];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary()) || out.size() > room) {
                    throw PdfCleaner.unreadable();
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            throw PdfCleaner.unreadable();
        } finally {
            inflater.end();
        }
    }

    /** Compressed into the old place; what is left over stays as zeros behind the end of the data. */
    private static void put(byte[] bytes, int begin, int end, byte[] content) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(content);
            deflater.finish();
            var packed = new byte[end - begin + 1];
            int length = deflater.deflate(packed);
            if (!deflater.finished() || length > end - begin) {
                throw PdfCleaner.unreadable();
            }
            Arrays.fill(bytes, begin, end, (byte) 0);
            System.arraycopy(packed, 0, bytes, begin, length);
        } finally {
            deflater.end();
        }
    }
}
