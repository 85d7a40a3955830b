package vn.motcua.feedback.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG chunk by chunk (ISO/IEC 15948). Kept: what is needed to show it. Everything else goes: eXIf, text, times, and whatever
 * stands behind the end.
 */
final class PngCleaner {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL",
            "fcTL", "fdAT");
    private static final int FRAME = 12;
    private static final int HEAD_LENGTH = 13;

    private PngCleaner() {}

    static byte[] clean(byte[] in) {
        if (in.length < SIGNATURE.length || !Arrays.equals(Arrays.copyOf(in, SIGNATURE.length), SIGNATURE)) {
            throw Cleaner.damaged();
        }
        var out = new ByteArrayOutputStream(in.length);
        out.writeBytes(SIGNATURE);
        var data = ByteBuffer.wrap(in);
        int at = SIGNATURE.length;
        boolean image = false;
        while (true) {
            int length = data.getInt(at);
            if (length < 0 || (long) at + FRAME + length > in.length) {
                throw Cleaner.damaged();
            }
            var type = new String(in, at + 4, 4, StandardCharsets.US_ASCII);
            boolean first = at == SIGNATURE.length;
            if (first != type.equals("IHDR") || first && length != HEAD_LENGTH || !isSound(in, at, length, data)) {
                throw Cleaner.damaged();
            }
            image |= type.equals("IDAT");
            if (KEPT.contains(type)) {
                out.write(in, at, FRAME + length);
            } else if (Character.isUpperCase(type.charAt(0))) {
                // A chunk that readers must understand, and we do not.
                throw Cleaner.damaged();
            }
            at += FRAME + length;
            if (type.equals("IEND")) {
                break;
            }
        }
        if (!image) {
            throw Cleaner.damaged();
        }
        return out.toByteArray();
    }

    private static boolean isSound(byte[] in, int at, int length, ByteBuffer data) {
        var crc = new CRC32();
        crc.update(in, at + 4, 4 + length);
        return (int) crc.getValue() == data.getInt(at + 8 + length);
    }
}
