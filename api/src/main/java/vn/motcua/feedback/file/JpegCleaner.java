package vn.motcua.feedback.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG segment by segment (ITU-T T.81 annex B). Kept: what is needed to show it (tables, frames, scans, the JFIF head without
 * thumbnail, colour profile, Adobe's colour transform). Everything else goes: Exif with GPS, XMP, IPTC, comments, and whatever
 * stands behind the end of the image, where phones put second pictures and films. Which way is up is written anew.
 */
final class JpegCleaner {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION = 0x0112;
    private static final int JFIF_LENGTH = 16;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at;
    private boolean framed;
    private boolean scanned;

    private JpegCleaner(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length);
    }

    static byte[] clean(byte[] bytes) {
        return new JpegCleaner(bytes).cleaned();
    }

    private byte[] cleaned() {
        if (in.length < 4 || marker() != SOI) {
            throw Cleaner.damaged();
        }
        put(SOI);
        orientation();
        while (true) {
            int marker = marker();
            if (marker == EOI) {
                break;
            }
            segment(marker);
        }
        if (!framed || !scanned) {
            throw Cleaner.damaged();
        }
        put(EOI);
        return out.toByteArray();
    }

    /** The next marker; fill bytes before it are allowed. */
    private int marker() {
        if ((in[at] & 0xFF) != 0xFF) {
            throw Cleaner.damaged();
        }
        while ((in[at] & 0xFF) == 0xFF) {
            at++;
        }
        return in[at++] & 0xFF;
    }

    private void segment(int marker) {
        int length = u16(at);
        if (length < 2 || at + length > in.length) {
            throw Cleaner.damaged();
        }
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        boolean tables = marker == 0xC4 || marker == 0xCC || marker >= 0xDB && marker <= 0xDF;
        boolean application = marker >= APP0 && marker <= APP15;
        if (!frame && !tables && !application && marker != SOS && marker != COMMENT) {
            throw Cleaner.damaged();
        }
        framed |= frame;
        if (marker == APP0 && starts(at + 2, "JFIF\0")) {
            jfif(length);
        } else if (!application && marker != COMMENT || isKept(marker)) {
            put(marker);
            out.write(in, at, length);
        }
        at += length;
        if (marker == SOS) {
            scanned = true;
            scan();
        }
    }

    private boolean isKept(int marker) {
        return marker == APP2 && starts(at + 2, "ICC_PROFILE\0") || marker == APP14 && starts(at + 2, "Adobe");
    }

    /** Without the thumbnail, which may show what was cut off the picture. */
    private void jfif(int length) {
        if (length < JFIF_LENGTH) {
            throw Cleaner.damaged();
        }
        put(APP0);
        out.write(0);
        out.write(JFIF_LENGTH);
        out.write(in, at + 2, JFIF_LENGTH - 4);
        out.write(0);
        out.write(0);
    }

    /** Coded data goes on until a marker that is neither a stuffed FF nor a restart. */
    private void scan() {
        int begin = at;
        while (true) {
            if ((in[at] & 0xFF) == 0xFF) {
                int next = in[at + 1] & 0xFF;
                boolean data = next == 0 || next >= 0xD0 && next <= 0xD7;
                if (!data && next != 0xFF) {
                    out.write(in, begin, at - begin);
                    return;
                }
            }
            at++;
        }
    }

    /** A new Exif segment that holds nothing but the orientation, when there is one other than upright. */
    private void orientation() {
        int orientation = orientationTag();
        if (orientation <= 1 || orientation > 8) {
            return;
        }
        var exif = ByteBuffer.allocate(34).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        put(APP1);
        out.writeBytes(exif.array());
    }

    /** Looks through the segments before the first scan; what is broken there has no orientation. */
    private int orientationTag() {
        int place = 2;
        while (place + 4 <= in.length && (in[place] & 0xFF) == 0xFF) {
            int marker = in[place + 1] & 0xFF;
            if (marker == SOS || marker == EOI) {
                return 0;
            }
            int length = u16(place + 2);
            if (marker == APP1 && starts(place + 4, "Exif\0\0")) {
                return tag(place + 10, Math.min(in.length, place + 2 + length));
            }
            place += 2 + length;
        }
        return 0;
    }

    /** The orientation in the first directory of this TIFF. */
    private int tag(int tiff, int end) {
        if (end - tiff < 8) {
            return 0;
        }
        var data = ByteBuffer.wrap(in, tiff, end - tiff)
                .slice()
                .order(in[tiff] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = data.getInt(4) & 0xFFFFFFFFL;
        if (first + 2 > data.limit()) {
            return 0;
        }
        int directory = (int) first;
        int entries = data.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > data.limit()) {
                return 0;
            }
            if ((data.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return data.getShort(entry + 8) & 0xFFFF;
            }
        }
        return 0;
    }

    private void put(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private boolean starts(int place, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (place + i >= in.length || in[place + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int u16(int place) {
        return (in[place] & 0xFF) << 8 | in[place + 1] & 0xFF;
    }
}
