package vn.motcua.feedback.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Files as phones and offices make them, each with a secret inside that must not be kept. */
public final class SampleFiles {
    /** Made-up: a place, a camera, an author. */
    static final String SECRET = "GPS 21.0285 105.8542 Canon Nguyen Thi Mau";

    private SampleFiles() {}

    /** A photograph with Exif that says it lies on its side, XMP, a comment, and a second picture behind its end. */
    public static byte[] jpeg() {
        var plain = picture("jpg", 0xCC3311);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, exif());
        segment(out, 0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + SECRET));
        segment(out, 0xED, bytes("Photoshop 3.0\0" + SECRET));
        segment(out, 0xFE, bytes(SECRET));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(bytes(SECRET));
        return out.toByteArray();
    }

    private static byte[] exif() {
        var tiff = ByteBuffer.allocate(26 + SECRET.length());
        tiff.put(bytes("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putInt(0).put(bytes(SECRET));
        var exif = new ByteArrayOutputStream();
        exif.writeBytes(bytes("Exif\0\0"));
        exif.writeBytes(tiff.array());
        return exif.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write(content.length + 2 >> 8);
        out.write(content.length + 2 & 0xFF);
        out.writeBytes(content);
    }

    /** A picture of a screen with a text chunk and Exif, and something behind its end. */
    public static byte[] png() {
        return png(0xCC3311);
    }

    /** The same with another colour: another picture. */
    public static byte[] png(int colour) {
        var plain = picture("png", colour);
        int afterHead = 8 + 12 + 13;
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, afterHead);
        chunk(out, "tEXt", bytes("Author\0" + SECRET));
        chunk(out, "eXIf", exif());
        out.write(plain, afterHead, plain.length - afterHead);
        out.writeBytes(bytes(SECRET));
        return out.toByteArray();
    }

    static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var crc = new CRC32();
        crc.update(bytes(type));
        crc.update(content);
        var head = ByteBuffer.allocate(8).putInt(content.length).put(bytes(type));
        out.writeBytes(head.array());
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] picture(String format, int colour) {
        try {
            var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
            image.setRGB(3, 4, colour);
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The boxes of a still picture with an Exif item; {@code type} is the kind of its picture item. */
    static byte[] heic(String type) {
        var ftyp = box("ftyp", bytes("heic\0\0\0\0mif1heic"));
        var infe1 = box("infe", bytes("\2\0\0\0\0\1\0\0" + type + "\0"));
        var infe2 = box("infe", bytes("\2\0\0\0\0\2\0\0Exif\0"));
        var iinf = box("iinf", join(bytes("\0\0\0\0\0\2"), infe1, infe2));
        var picture = bytes("coded picture");
        var exif = exif();
        int ilocSize = 8 + 4 + 2 + 2 + 2 * (2 + 2 + 2 + 8);
        int metaSize = 8 + 4 + iinf.length + ilocSize;
        int data = ftyp.length + metaSize + 8;
        var iloc = ByteBuffer.allocate(ilocSize - 8)
                .putInt(0)
                .putShort((short) 0x4400)
                .putShort((short) 2);
        item(iloc, 1, data, picture.length);
        item(iloc, 2, data + picture.length, exif.length);
        var meta = box("meta", join(new byte[4], iinf, box("iloc", iloc.array())));
        return join(ftyp, meta, box("mdat", join(picture, exif)));
    }

    private static void item(ByteBuffer iloc, int id, int offset, int length) {
        iloc.putShort((short) id)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(offset)
                .putInt(length);
    }

    private static byte[] box(String type, byte[] content) {
        return join(ByteBuffer.allocate(4).putInt(content.length + 8).array(), bytes(type), content);
    }

    /** A page with author, XMP and a photograph inside; {@code more} is put into the catalogue. */
    static byte[] pdf(String more) {
        return join(
                bytes("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R" + more + ">>\nendobj\n"
                        + "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
                        + "3 0 obj\n<</Author(" + SECRET + ")/Creator(Word)>>\nendobj\n"
                        + "4 0 obj\n<</Type/Metadata/Subtype/XML/Length " + SECRET.length() + ">>\nstream\n" + SECRET
                        + "\nendstream\nendobj\n5 0 obj\n<</Type/XObject/Subtype/Image/Filter/DCTDecode>>\nstream\n"),
                Arrays.copyOf(jpeg(), jpeg().length - SECRET.length()),
                bytes("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Info 3 0 R>>\nstartxref\n9\n%%EOF\n"));
    }

    /** The same facts in a compressed stream of objects, as newer programs write them. */
    static byte[] packedPdf(String more) {
        var first = "<</Type/Catalog" + more + ">>";
        var objects = "1 0 3 " + first.length() + " ";
        var packed = deflated(objects + first + "<</Author(" + SECRET + ")>>");
        return join(
                bytes("%PDF-1.5\n7 0 obj\n<</Type/ObjStm/N 2/First " + objects.length() + "/Filter/FlateDecode/Length "
                        + packed.length + ">>\nstream\n"),
                packed,
                bytes("\nendstream\nendobj\n8 0 obj\n<</Type/XRef/Root 1 0 R/Info 3 0 R>>\nendobj\n"
                        + "startxref\n9\n%%EOF\n"));
    }

    private static byte[] deflated(String text) {
        var deflater = new Deflater(Deflater.NO_COMPRESSION);
        deflater.setInput(bytes(text));
        deflater.finish();
        var out = new byte[text.length() + 100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
