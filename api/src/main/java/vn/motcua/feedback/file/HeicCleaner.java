package vn.motcua.feedback.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.openapi.Text;

/**
 * A still picture in ISO 23008-12 (HEIF). Exif and XMP are items with a place in the file; their bytes are overwritten where
 * they lie, so that nothing else moves. Which way is up is a property of the image and stays. Films (live photos) and items of
 * an unknown kind are refused.
 */
final class HeicCleaner {
    private static final Text AS_JPEG = new Text(
            "Tệp HEIC này có phần mà hệ thống không làm sạch được (ảnh động, âm thanh, phim). Hãy xuất ra JPEG rồi gửi lại.",
            "This HEIC holds parts that cannot be cleaned (live photo, sound, film). Export it as JPEG and send that.");
    private static final Set<String> BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");
    private static final Set<String> IMAGES = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> BOXES = Set.of("ftyp", "meta", "mdat", "free", "skip");
    private static final Set<String> PICTURES = Set.of("hvc1", "grid", "iden", "iovl", "tmap");
    private static final Set<String> TOLD = Set.of("Exif", "mime", "uri ");

    /** A photograph in tiles has some dozens of items, each in one piece. */
    private static final int MOST_ITEMS = 4_096;

    private static final int MOST_EXTENTS = 16;

    private final byte[] bytes;
    private final ByteBuffer data;
    private long blanked;

    /** A box: its kind, and where its content begins and ends. */
    private record Box(String type, int from, int to) {}

    private HeicCleaner(byte[] in) {
        this.bytes = in.clone();
        this.data = ByteBuffer.wrap(bytes);
    }

    static byte[] clean(byte[] in) {
        return new HeicCleaner(in).cleaned();
    }

    private byte[] cleaned() {
        var boxes = boxes(0, bytes.length);
        if (boxes.isEmpty() || !boxes.getFirst().type().equals("ftyp") || !isStill(boxes.getFirst())) {
            throw Cleaner.damaged();
        }
        if (!boxes.stream().map(Box::type).allMatch(BOXES::contains)) {
            throw new Cleaner.Unclean(AS_JPEG);
        }
        var metas = boxes.stream().filter(box -> box.type().equals("meta")).toList();
        if (metas.size() != 1) {
            throw Cleaner.damaged();
        }
        meta(metas.getFirst());
        boxes.stream()
                .filter(box -> box.type().equals("free") || box.type().equals("skip"))
                .forEach(box -> Arrays.fill(bytes, box.from(), box.to(), (byte) 0));
        return bytes;
    }

    /** The main brand is one of HEIF, and HEVC is among all. */
    private boolean isStill(Box ftyp) {
        var brands = new ArrayList<String>();
        for (int at = ftyp.from(); at + 4 <= ftyp.to(); at += 4) {
            brands.add(text(at));
        }
        return !brands.isEmpty()
                && BRANDS.contains(brands.getFirst())
                && brands.stream().anyMatch(IMAGES::contains);
    }

    private void meta(Box meta) {
        var parts = new HashMap<String, Box>();
        boxes(meta.from() + 4, meta.to()).forEach(box -> parts.put(box.type(), box));
        if (!parts.keySet().containsAll(Set.of("iinf", "iloc"))) {
            throw Cleaner.damaged();
        }
        var told = told(parts.get("iinf"));
        int idat = parts.containsKey("idat") ? parts.get("idat").from() : -1;
        blank(parts.get("iloc"), told, idat);
        // Metadata in boxes of somebody's own.
        parts.values().stream()
                .filter(box -> box.type().equals("uuid") || box.type().equals("xml "))
                .forEach(box -> Arrays.fill(bytes, box.from(), box.to(), (byte) 0));
    }

    /** Items that tell about people; all others must be pictures. */
    private Set<Long> told(Box iinf) {
        int version = data.get(iinf.from());
        int head = version == 0 ? 6 : 8;
        var items = new HashSet<Long>();
        for (var entry : boxes(iinf.from() + head, iinf.to())) {
            int form = data.get(entry.from());
            if (!entry.type().equals("infe") || form != 2 && form != 3) {
                throw new Cleaner.Unclean(AS_JPEG);
            }
            long id = form == 2 ? u16(entry.from() + 4) : u32(entry.from() + 4);
            var type = text(entry.from() + (form == 2 ? 8 : 10));
            if (TOLD.contains(type)) {
                items.add(id);
            } else if (!PICTURES.contains(type)) {
                throw new Cleaner.Unclean(AS_JPEG);
            }
        }
        return items;
    }

    private void blank(Box iloc, Set<Long> told, int idat) {
        int version = data.get(iloc.from());
        if (version > 2 || version < 0) {
            throw new Cleaner.Unclean(AS_JPEG);
        }
        int sizes = u16(iloc.from() + 4);
        int offsetSize = sizes >> 12 & 15;
        int lengthSize = sizes >> 8 & 15;
        int baseSize = sizes >> 4 & 15;
        int indexSize = version == 0 ? 0 : sizes & 15;
        int at = iloc.from() + 6;
        long items = version < 2 ? u16(at) : u32(at);
        at += version < 2 ? 2 : 4;
        if (items > MOST_ITEMS) {
            throw new Cleaner.Unclean(AS_JPEG);
        }
        for (long i = 0; i < items; i++) {
            long id = version < 2 ? u16(at) : u32(at);
            at += version < 2 ? 2 : 4;
            int method = version == 0 ? 0 : u16(at) & 15;
            at += version == 0 ? 2 : 4;
            long base = number(at, baseSize);
            at += baseSize;
            int extents = u16(at);
            at += 2;
            if (extents > MOST_EXTENTS || at > iloc.to()) {
                throw Cleaner.damaged();
            }
            for (int j = 0; j < extents; j++) {
                at += indexSize;
                long offset = base + number(at, offsetSize);
                long length = number(at + offsetSize, lengthSize);
                at += offsetSize + lengthSize;
                if (told.contains(id)) {
                    blank(method, offset, length, idat);
                }
            }
        }
        if (at > iloc.to()) {
            throw Cleaner.damaged();
        }
    }

    private void blank(int method, long offset, long length, int idat) {
        if (method > 1 || method == 1 && idat < 0) {
            throw new Cleaner.Unclean(AS_JPEG);
        }
        long from = method == 1 ? idat + offset : offset;
        // No length means to the end of the file.
        long to = length == 0 ? bytes.length : from + length;
        if (from < 0 || from > to || to > bytes.length || length == 0) {
            throw Cleaner.damaged();
        }
        // Pieces do not lie over each other: all of them together are no more than the file.
        blanked += length;
        if (blanked > bytes.length) {
            throw Cleaner.damaged();
        }
        Arrays.fill(bytes, (int) from, (int) to, (byte) 0);
    }

    private List<Box> boxes(int from, int to) {
        var boxes = new ArrayList<Box>();
        int at = from;
        while (at < to) {
            long size = u32(at);
            int head = 8;
            if (size == 1) {
                size = data.getLong(at + 8);
                head = 16;
            } else if (size == 0) {
                size = (long) to - at;
            }
            if (size < head || at + size > to || size > Integer.MAX_VALUE) {
                throw Cleaner.damaged();
            }
            boxes.add(new Box(text(at + 4), at + head, (int) (at + size)));
            at += (int) size;
        }
        return boxes;
    }

    private String text(int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private int u16(int at) {
        return data.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return data.getInt(at) & 0xFFFFFFFFL;
    }

    private long number(int at, int size) {
        return switch (size) {
            case 0 -> 0;
            case 4 -> u32(at);
            case 8 -> data.getLong(at);
            default -> throw Cleaner.damaged();
        };
    }
}
