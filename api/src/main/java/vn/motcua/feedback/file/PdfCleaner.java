package vn.motcua.feedback.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.openapi.Text;

/**
 * A PDF (ISO 32000). Everything is overwritten where it lies, so that no place in the file moves: the information dictionary,
 * XMP streams, and the Exif of photographs inside. What acts by itself (scripts, launching, embedded files, forms that send) and
 * what cannot be read (encryption) is refused, also when it hides in compressed object streams or behind {@code #4A} escapes.
 */
final class PdfCleaner {
    private static final Text ACTIVE = new Text(
            "Tệp PDF có nội dung chạy được (mã lệnh, tệp nhúng, biểu mẫu tự gửi). Hãy in ra PDF mới (Print to PDF) rồi gửi lại.",
            "The PDF holds active content (scripts, embedded files, forms that send). Print it to a new PDF and send that.");
    private static final Text LOCKED = new Text(
            "Tệp PDF được mã hoá nên không kiểm tra được. Hãy bỏ mật khẩu rồi gửi lại.",
            "The PDF is encrypted and cannot be checked. Remove the password and send it again.");
    private static final Text UNREADABLE = new Text(
            "Không làm sạch được tệp PDF này. Hãy in ra PDF mới (Print to PDF) rồi gửi lại.",
            "This PDF cannot be cleaned. Print it to a new PDF and send that.");

    /** Long names: random bytes of pictures do not make them, so they are looked for in every byte of the file. */
    private static final Pattern ACTS = Pattern.compile(
            "/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR|GoToE|Rendition)(?![A-Za-z0-9_.-])");

    /** Short ones, outside of coded data. */
    private static final Pattern ACTS_TOO = Pattern.compile("/(?:JS|XFA|AA|Movie|Sound)(?![A-Za-z0-9_.-])");

    private static final Pattern LOCK = Pattern.compile("/Encrypt(?![A-Za-z0-9_.-])");
    private static final Pattern INFO = Pattern.compile("/Info\\s+(\\d{1,10})\\s+(\\d{1,5})\\s+R");
    private static final Pattern END_OBJECT = Pattern.compile("\\bendobj\\b");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final Pattern XML = Pattern.compile("/Subtype\\s*/XML(?![A-Za-z0-9])");
    private static final Pattern PHOTOGRAPH = Pattern.compile("/DCT(?:Decode)?(?![A-Za-z0-9])");
    private static final int LONGEST_DICTIONARY = 64 << 10;

    /** A file has one information dictionary for each time that it was saved. */
    private static final int MOST_INFOS = 8;

    /** What all compressed object streams together may grow to; more is a bomb. */
    private static final int MOST_UNPACKED = 32 << 20;

    private static final String STREAM = "stream";
    private static final String END_STREAM = "endstream";

    private final byte[] bytes;

    /** The file as it came, a byte a letter. */
    private final String text;

    private int room = MOST_UNPACKED;

    private PdfCleaner(byte[] in) {
        this.bytes = in.clone();
        this.text = latin(bytes);
    }

    static byte[] clean(byte[] in) {
        return new PdfCleaner(in).cleaned();
    }

    private byte[] cleaned() {
        boolean whole = text.startsWith("%PDF-1.") || text.startsWith("%PDF-2.");
        if (!whole || text.lastIndexOf("%%EOF") < 0 || !text.contains("startxref")) {
            throw Cleaner.damaged();
        }
        var info = INFO.matcher(text)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .distinct()
                .limit(MOST_INFOS + 1)
                .toList();
        if (info.size() > MOST_INFOS) {
            throw unreadable();
        }
        boolean infoInside = streams(info);
        // Outside of streams: what is inside them was judged above.
        requireHarmless(outside());
        if (ACTS.matcher(unescaped(text)).find()) {
            throw new Cleaner.Unclean(ACTIVE);
        }
        info.forEach(reference -> blankObject(reference, infoInside));
        blankReferences(INFO);
        return bytes;
    }

    /** Text outside of streams. */
    private String outside() {
        var out = new StringBuilder();
        int from = 0;
        for (int begin = nextStream(from); begin >= 0; begin = nextStream(from)) {
            out.append(text, from, begin).append(' ');
            from = end(begin);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Where the bytes of the next stream begin: behind the keyword and the end of its line; -1 when there is none. */
    private int nextStream(int from) {
        for (int at = text.indexOf(STREAM, from); at >= 0; at = text.indexOf(STREAM, at + 1)) {
            int behind = at + STREAM.length();
            boolean opens = !text.startsWith("end", Math.max(0, at - 3)) || at < 3;
            boolean line = text.startsWith("\r\n", behind) || text.startsWith("\n", behind);
            if (opens
                    && line
                    && text.substring(Math.max(0, at - 20), at).strip().endsWith(">>")) {
                return behind + (text.charAt(behind) == '\r' ? 2 : 1);
            }
        }
        return -1;
    }

    private int end(int begin) {
        int end = text.indexOf(END_STREAM, begin);
        if (end < 0) {
            throw Cleaner.damaged();
        }
        return end;
    }

    /** What stands between {@code obj} and the stream that begins here; an object holds one stream. */
    private String dictionary(int begin, int formerEnd) {
        int obj = text.lastIndexOf("obj", begin);
        if (obj < formerEnd || begin - obj > LONGEST_DICTIONARY) {
            throw unreadable();
        }
        return unescaped(text.substring(obj + 3, begin));
    }

    static void requireHarmless(String source) {
        var read = unescaped(source);
        if (LOCK.matcher(read).find()) {
            throw new Cleaner.Unclean(LOCKED);
        }
        if (ACTS.matcher(read).find() || ACTS_TOO.matcher(read).find()) {
            throw new Cleaner.Unclean(ACTIVE);
        }
    }

    private static String unescaped(String source) {
        return source.indexOf('#') < 0
                ? source
                : ESCAPE.matcher(source)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Judges and cleans all streams; tells whether one of them holds the information dictionary. */
    private boolean streams(List<String> info) {
        boolean inside = false;
        int formerEnd = 0;
        for (int begin = nextStream(0); begin >= 0; begin = nextStream(formerEnd)) {
            var dictionary = dictionary(begin, formerEnd);
            int end = end(begin);
            formerEnd = end;
            boolean objects = dictionary.contains("/First") && dictionary.contains("/N");
            if (is(dictionary, "ObjStm") || objects) {
                var unpacked = PdfObjectStream.unpacked(bytes, begin, end, dictionary, room);
                room -= unpacked.length;
                inside |= PdfObjectStream.clean(bytes, begin, end, unpacked, dictionary, info);
            } else if (is(dictionary, "Metadata") || XML.matcher(dictionary).find()) {
                PdfObjectStream.blank(bytes, begin, end, dictionary);
            } else if (PHOTOGRAPH.matcher(dictionary).find()) {
                blankExif(begin, end);
            }
        }
        return inside;
    }

    private static boolean is(String dictionary, String type) {
        return Pattern.compile("/Type\\s*/" + type + "(?![A-Za-z0-9])")
                .matcher(dictionary)
                .find();
    }

    /** The segments stay, their content becomes zeros: readers pass over them. */
    private void blankExif(int begin, int end) {
        int at = begin + 2;
        if (end - begin < 4 || (bytes[begin] & 0xFF) != 0xFF || (bytes[begin + 1] & 0xFF) != 0xD8) {
            return;
        }
        while (at + 4 < end && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            int length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
            if (marker == 0xDA || length < 2 || at + 2 + length > end) {
                return;
            }
            if (marker == 0xE1 || marker == 0xED || marker == 0xFE) {
                Arrays.fill(bytes, at + 4, at + 2 + length, (byte) 0);
            }
            at += 2 + length;
        }
    }

    /** All objects of this number: a file that was saved again may hold older ones. */
    private void blankObject(String reference, boolean inside) {
        var object = Pattern.compile("(?<![0-9])" + reference.replace(" ", "\\s+") + "\\s+obj\\b")
                .matcher(text);
        var end = END_OBJECT.matcher(text);
        boolean found = false;
        for (int at = 0; object.find(at) && end.find(object.end()); at = end.end()) {
            found = true;
            int from = object.end();
            if (end.start() - from >= 6) {
                Arrays.fill(bytes, from, end.start(), (byte) ' ');
                System.arraycopy(" <<>> ".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, from, 6);
            }
        }
        if (!found && !inside) {
            throw new Cleaner.Unclean(UNREADABLE);
        }
    }

    private void blankReferences(Pattern reference) {
        var found = reference.matcher(text);
        while (found.find()) {
            Arrays.fill(bytes, found.start(), found.end(), (byte) ' ');
        }
    }

    static Cleaner.Unclean unreadable() {
        return new Cleaner.Unclean(UNREADABLE);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
