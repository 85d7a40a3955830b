package vn.motcua.feedback.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.feedback.file.SampleFiles.SECRET;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CleanerTest {
    @Test
    void aPhotographLosesPlaceCameraAndAuthorAndStaysAPicture() throws IOException {
        var clean = clean(FileType.JPEG, SampleFiles.jpeg());
        assertFalse(text(clean).contains(SECRET));
        var before = ImageIO.read(new ByteArrayInputStream(SampleFiles.jpeg()));
        var after = ImageIO.read(new ByteArrayInputStream(clean));
        assertEquals(before.getWidth(), after.getWidth());
        assertEquals(before.getRGB(3, 4), after.getRGB(3, 4));
    }

    @Test
    void whichWayIsUpIsKept() {
        var clean = clean(FileType.JPEG, SampleFiles.jpeg());
        int exif = text(clean).indexOf("Exif\0\0");
        assertEquals(6, exif);
        // Orientation 6: the one entry of the one directory.
        assertArrayEquals(
                new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6}, Arrays.copyOfRange(clean, exif + 16, exif + 26));
        assertArrayEquals(clean, clean(FileType.JPEG, clean));
    }

    @Test
    void aScreenshotLosesItsTextsAndStaysAPicture() throws IOException {
        var clean = clean(FileType.PNG, SampleFiles.png());
        assertFalse(text(clean).contains(SECRET));
        assertNotNull(ImageIO.read(new ByteArrayInputStream(clean)));
        assertArrayEquals(clean, clean(FileType.PNG, clean));
    }

    @Test
    void aHeicLosesItsExifWhereItLies() {
        var before = SampleFiles.heic("hvc1");
        var clean = clean(FileType.HEIC, before);
        assertTrue(text(before).contains(SECRET));
        assertFalse(text(clean).contains(SECRET));
        assertEquals(before.length, clean.length);
        assertTrue(text(clean).contains("coded picture"));
    }

    @Test
    void aHeicWithAnUnknownPartIsRefusedWithAdvice() {
        assertTrue(refused(FileType.HEIC, SampleFiles.heic("jpg?")).contains("JPEG"));
        var film = SampleFiles.join(SampleFiles.heic("hvc1"), new byte[] {0, 0, 0, 8, 'm', 'o', 'o', 'v'});
        assertTrue(refused(FileType.HEIC, film).contains("JPEG"));
    }

    @Test
    void aPdfLosesAuthorXmpAndThePlaceOfThePhotographInside() {
        var before = SampleFiles.pdf("");
        var clean = clean(FileType.PDF, before);
        assertTrue(text(before).contains(SECRET));
        assertFalse(text(clean).contains(SECRET), text(clean));
        assertEquals(before.length, clean.length);
        assertFalse(text(clean).contains("/Info"));
    }

    @Test
    void aPackedPdfLosesItsAuthorToo() throws DataFormatException {
        var before = SampleFiles.packedPdf("");
        assertTrue(unpacked(before).contains(SECRET));
        var clean = clean(FileType.PDF, before);
        assertEquals(before.length, clean.length);
        assertTrue(unpacked(clean).contains("/Catalog"), unpacked(clean));
        assertFalse(unpacked(clean).contains("Author"), unpacked(clean));
    }

    @Test
    void aPdfThatActsIsRefusedHoweverItHides() {
        for (var active : List.of(
                "/OpenAction<</S/JavaScript/JS(app.alert)>>",
                "/OpenAction<</S/J#61vaScript/J#53(x)>>",
                "/OpenAction<</S/Launch/F(cmd.exe)>>",
                "/Names<</EmbeddedFiles 9 0 R>>",
                "/AcroForm<</XFA 9 0 R>>",
                "/AA<</O 9 0 R>>")) {
            assertTrue(refused(FileType.PDF, SampleFiles.pdf(active)).contains("Print"), active);
            assertTrue(refused(FileType.PDF, SampleFiles.packedPdf(active)).contains("Print"), active);
        }
        assertTrue(refused(FileType.PDF, SampleFiles.pdf("/Encrypt 9 0 R")).contains("password"));
    }

    /** Each of them took minutes to hours; the limit is far above what a refusal takes. */
    @Test
    @Timeout(20)
    void aFileThatIsMadeToTakeLongIsRefusedSoon() {
        var infos = new StringBuilder();
        for (int i = 10; i < 50_000; i++) {
            infos.append("/Info ").append(i).append(" 0 R\n");
        }
        refused(FileType.PDF, SampleFiles.pdf("/X[" + infos + "]"));
        refused(
                FileType.PDF,
                SampleFiles.bytes("%PDF-1.4\n/Info 3 0 R\nstartxref\n%%EOF\n" + "3 0 obj ".repeat(500_000)));
        refused(
                FileType.PDF,
                SampleFiles.bytes("%PDF-1.4\nstartxref\n%%EOF\n"
                        + ("1 0 obj<<" + ">>stream\nendstream ".repeat(3_000)).repeat(50)));
        refused(
                FileType.PDF,
                SampleFiles.bytes("%PDF-1.4\nstartxref\n%%EOF\n"
                        + ("1 0 obj<</First/N/Filter" + " ".repeat(60_000) + ">>stream\nendstream ").repeat(100)));
        var heic = SampleFiles.heic("hvc1");
        int iloc = text(heic).indexOf("iloc");
        // No sizes, so that a reader never moves on; as many items as there are numbers.
        heic[iloc + 8] = 0;
        heic[iloc + 10] = (byte) 0xFF;
        heic[iloc + 11] = (byte) 0xFF;
        refused(FileType.HEIC, heic);
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        var files = List.of(
                SampleFiles.jpeg(), SampleFiles.png(), SampleFiles.heic("hvc1"), SampleFiles.pdf(""), new byte[0]);
        for (int i = 0; i < files.size(); i++) {
            for (var type : FileType.values()) {
                if (type.ordinal() != i) {
                    refused(type, files.get(i));
                }
            }
        }
        refused(FileType.JPEG, SampleFiles.bytes("\u00ff\u00d8\u00ff\u00d9"));
        refused(FileType.PDF, SampleFiles.bytes("%PDF-1.4\n<script>alert(1)</script>"));
    }

    @Test
    void whateverIsDamagedIsAnsweredAndNothingIsThrown() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var files = List.of(SampleFiles.jpeg(), SampleFiles.png(), SampleFiles.heic("hvc1"), SampleFiles.packedPdf(""));
        for (int i = 0; i < 4_000; i++) {
            var type = FileType.values()[i % 4];
            var bytes = files.get(i % 4).clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var cut = random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertNotNull(Cleaner.clean(type, cut), () -> "seed " + seed);
        }
    }

    private static byte[] clean(FileType type, byte[] bytes) {
        return assertInstanceOf(Cleaned.Clean.class, Cleaner.clean(type, bytes)).bytes();
    }

    private static String refused(FileType type, byte[] bytes) {
        return assertInstanceOf(Cleaned.Refused.class, Cleaner.clean(type, bytes))
                .advice()
                .en();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String unpacked(byte[] pdf) throws DataFormatException {
        int from = text(pdf).indexOf("stream\n") + 7;
        var inflater = new Inflater();
        inflater.setInput(pdf, from, pdf.length - from);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[4_096];
        out.write(buffer, 0, inflater.inflate(buffer));
        assertTrue(inflater.finished());
        inflater.end();
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
