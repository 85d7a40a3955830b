package vn.motcua.catalogue;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.StrictJson;

/** What a file is made of, and every way in which it can be broken as a whole. */
class CatalogueFileTest {
    static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));

    private static final String OWN = "{\"code\":\"1.000001\",\"name\":\"Khai sinh\",\"field\":{\"name\":\"Hộ tịch\"}}";

    static List<CatalogueSource.Item> items(byte[] file) {
        var items = new ArrayList<CatalogueSource.Item>();
        new CatalogueFile(JSON, null).read(new ByteArrayInputStream(file), items::add);
        return items;
    }

    private static List<String> codes(String file) {
        return items(file.getBytes(UTF_8)).stream()
                .map(item -> item instanceof CatalogueSource.Item.Usable usable
                        ? usable.published().code()
                        : "refused")
                .toList();
    }

    private static ProblemException problem(byte[] file) {
        return assertThrows(ProblemException.class, () -> items(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"code":"1.000001","name":"a","field":{"name":"b"}}
            [{"code":"1.000001","name":"a","field":{"name":"b"}}]
            {"meta":{"items":[1,2]},"procedures":[{"code":"1.000001","name":"a","field":"b"}],"more":[3]}
            {"items":[{"code":"1.000001","name":"a","isWard":true}],"lastId":null,"total":1}
            {"data":{"items":[{"code":"1.000001","name":"a","isWard":true}]},"status":200}
            {"data":{"code":"1.000001","name":"a","isWard":true},"status":200}
            {"error_code":"0","result":[{"MATTHC":"1.000001","TENTTHC":"a"}]}
            """)
    void recordsAreFoundWhateverHoldsThem(String file) {
        assertEquals(List.of("1.000001"), codes(file));
    }

    @Test
    void linesAreCountedInLinesAndListsInRecords() {
        var lines = items(("\n" + OWN + "\n\n" + OWN + "\n[]\n").getBytes(UTF_8));
        assertEquals(
                List.of(2, 4, 5), lines.stream().map(CatalogueSource.Item::line).toList());
        assertInstanceOf(CatalogueSource.Item.Refused.class, lines.getLast());
        var list = items(("[\n\n" + OWN + ",\n" + OWN + "]").getBytes(UTF_8));
        assertEquals(
                List.of(1, 2), list.stream().map(CatalogueSource.Item::line).toList());
    }

    @Test
    void byteOrderMarkAndAllLineEndsAreTaken() {
        assertEquals(List.of("1.000001", "1.000001"), codes("\ufeff" + OWN + "\r\n" + OWN + "\r\n"));
    }

    @Test
    void letterOfAnotherAlphabetIsRepairedEverywhere() {
        var item = (CatalogueSource.Item.Usable)
                items(OWN.replace("Hộ tịch", "Dinh dƣỡng").getBytes(UTF_8)).getFirst();
        assertEquals("Dinh dưỡng", item.published().field().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"1.000001\",\"na",
                "[{\"code\":\"1.000001\",\"name\":\"a\",\"field\":{\"name\":\"b\"}}",
                "{\"procedures\":[{\"code\":\"1.000001\",\"name\":\"a\",\"field\":\"b\"}]",
                "{\"procedures\":[{\"code\":\"1.000001\",\"name\":\"a\",\"field\":\"b\"}]}x",
                "{\"code\":\"1.000001\",\"code\":\"1.000002\"}",
                "không phải JSON"
            })
    void cutOffOrBrokenJsonNamesThePlace(String file) {
        var problem = problem(file.getBytes(UTF_8));
        assertEquals(ProblemType.MALFORMED_BODY, problem.type());
        assertTrue(problem.detail().vi().contains("dòng 1"), problem.detail().vi());
        assertTrue(problem.detail().en().contains("line 1"), problem.detail().en());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "{}", "{\"meta\":{}}", "7", "\"khai sinh\"", "{\"items\":7}"})
    void fileOfAnotherShapeIsRefused(String file) {
        assertEquals(ProblemType.RELEASE_REFUSED, problem(file.getBytes(UTF_8)).type());
    }

    @Test
    void utf16IsNamed() {
        for (var file : List.of(OWN.getBytes(UTF_16), OWN.getBytes(UTF_16LE))) {
            var detail = problem(file).detail();
            assertTrue(detail.vi().contains("UTF-16") && detail.en().contains("UTF-16"), detail.vi());
        }
    }

    @Test
    void windows1258IsNotUtf8AndTheLineIsNamed() {
        var file = (OWN.replace("Hộ tịch", "a") + "\n").repeat(3) + OWN.replace("Hộ tịch", "Đơn đề nghị");
        var bytes = new String(file.getBytes(UTF_8), UTF_8).getBytes(Charset.forName("windows-1258"));
        var detail = problem(bytes).detail();
        assertTrue(detail.vi().contains("windows-1258"), detail.vi());
        assertTrue(detail.en().contains("near line"), detail.en());
    }

    @Test
    void packedFilesAreNamed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(OWN.getBytes(UTF_8));
        }
        assertTrue(problem(packed.toByteArray()).detail().en().contains("gzip"));
        assertTrue(problem("PK\u0003\u0004".getBytes(UTF_8)).detail().vi().contains("ZIP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"", "{\"code\":\"1.000001\",\"x\":[", "", "[{\"a\":"})
    void lineOfAGigabyteIsLeftAfterAFewMegabytes(String beginning) {
        var file = new Endless(beginning, beginning.endsWith("[") ? "1," : beginning.endsWith("\"") ? "a" : " ");
        var problem = assertThrows(ProblemException.class, () -> new CatalogueFile(JSON, null).read(file, item -> {}));
        assertEquals(ProblemType.MALFORMED_BODY, problem.type());
        assertTrue(file.read < 16 << 20, "read " + file.read);
    }

    @Test
    void thousandsOfNestedListsAreAProblemAndNoOverflow() {
        assertEquals(
                ProblemType.MALFORMED_BODY,
                problem("[".repeat(100_000).getBytes(UTF_8)).type());
    }

    @Test
    void fileOfManyRecordsIsNotHeldInMemory() {
        var line = OWN.replace("}}", "},\"requirements\":\"" + "a".repeat(10_000) + "\"}") + "\n";
        var file = new Endless("", line);
        var seen = new int[1];
        var enough = assertThrows(
                IllegalStateException.class,
                () -> new CatalogueFile(JSON, null).read(file, item -> {
                    if (++seen[0] == 20_000) {
                        throw new IllegalStateException("enough");
                    }
                }));
        assertEquals("enough", enough.getMessage());
        assertTrue(file.read > 190L << 20, "read " + file.read);
    }

    /** A gigabyte and more that is never there as a whole. */
    private static final class Endless extends InputStream {
        private static final long SIZE = 1L << 30;
        private final byte[] beginning;
        private final byte[] again;
        private long read;

        Endless(String beginning, String again) {
            this.beginning = beginning.getBytes(UTF_8);
            this.again = again.getBytes(UTF_8);
        }

        @Override
        public int read() {
            if (read >= SIZE) {
                return -1;
            }
            long at = read++;
            return (at < beginning.length ? beginning[(int) at] : again[(int) ((at - beginning.length) % again.length)])
                    & 0xff;
        }
    }
}
