package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.StrictJson;

class WatchReaderTest {
    private static final String CODE = "H44.07-261008-0975";

    @Test
    void aCsvLineIsACodeAndPerhapsASecretWithAnyUsualSeparator() throws IOException {
        assertEquals(
                List.of(
                        "2 " + CODE + " 4321",
                        "3 " + CODE + " null",
                        "5 " + CODE + " BN;7",
                        "6 " + CODE + " a\"b1",
                        "7 " + CODE + " 4321",
                        "8 " + CODE + " null"),
                csv("\uFEFFCode,Secret\r\n" + CODE + ",4321\r\n" + CODE + "\n   \n\"" + CODE + "\",\"BN;7\"\n" + CODE
                        + ";\"a\"\"b1\"\n" + CODE.toLowerCase(java.util.Locale.ROOT) + "\t4321\n" + CODE + ","));
    }

    @Test
    void whatCannotBeReadIsABadLineAndNothingMore() throws IOException {
        assertEquals(
                List.of("1 -", "2 -", "3 -", "4 -", "5 -", "6 " + CODE + " null"),
                csv("nonsense\n" + CODE + ",4321,x\n" + CODE + ",12\n" + "x".repeat(5_000) + "\nH15-261399-0001\n"
                        + CODE));
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xFF, (byte) 0xC0, '\n', 0, '\n'});
        bytes.write(CODE.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("1 -", "2 -", "3 " + CODE + " null"), read(bytes.toByteArray(), false));
    }

    @Test
    void aJsonLineIsAnObjectOfTheContract() throws IOException {
        var good = "{\"code\":\"" + CODE + "\",\"secret\":\"4321\"}";
        assertEquals(
                List.of("1 " + CODE + " 4321", "2 -", "3 -", "4 -", "5 -", "6 -", "7 " + CODE + " 4321"),
                read(
                        String.join("\n", good, "{}", "null", "[1]", good + "{}", good.replace("secret", "other"), good)
                                .getBytes(StandardCharsets.UTF_8),
                        true));
    }

    private static List<String> csv(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<String> read(byte[] body, boolean ndjson) throws IOException {
        var reader = new WatchReader(new ByteArrayInputStream(body), StrictJson.configure(new ObjectMapper()), ndjson);
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line.number() + " "
                    + line.content().map(c -> c.code() + " " + c.secret()).orElse("-"));
        }
        return lines;
    }
}
