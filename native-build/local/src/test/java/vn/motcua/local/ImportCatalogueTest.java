package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void optionsBecomeParametersOfTheCall() throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), "[]").toString();
        assertEquals("/v1/admin/catalogue/releases", ImportOptions.parse(file).address());
        assertEquals(
                "/v1/admin/catalogue/releases?dryRun=true&mode=FULL&strict=true&shape=PORTAL",
                ImportOptions.parse(file, "--dry-run", "--full", "--strict", "--shape", "portal")
                        .address());
        assertEquals(
                "/v1/admin/catalogue/releases/7/restore?dryRun=true",
                ImportOptions.parse("--restore", "7", "--dry-run").address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no-such-file", "--restore", "--restore x", "--shape", "--colour", "--restore 7 no-such-file"
            })
    void anythingElseTellsHowToCallIt(String arguments) {
        var trouble = assertThrows(
                Trouble.class, () -> ImportOptions.parse(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertTrue(trouble.getMessage().contains("--dry-run"));
    }

    @Test
    void everyTenthOfTheFileIsToldOnce() throws IOException {
        var file = Files.write(folder.resolve("a.ndjson"), new byte[100_000]);
        var said = new ByteArrayOutputStream();
        try (var upload = UploadProgress.of(file, 100_000, new Progress(new PrintStream(said, true)))) {
            var buffer = new byte[1_000];
            while (upload.read(buffer) >= 0) {
                // The one who sends reads on.
            }
        }
        var lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(10, lines.size());
        assertTrue(lines.getFirst().contains("10 %"), lines.getFirst());
        assertTrue(lines.getLast().contains("100 %"), lines.getLast());
    }

    @Test
    void reportNamesRefusalsWarningsAndDifferences() {
        var report = ImportReport.of(new JsonObject("""
                {"added":1,"amended":1,"abolished":0,"unchanged":2,
                 "refused":[{"line":3,"reason":"Thiếu tên."}],
                 "warnings":[{"line":4,"code":"1.010216","reason":"nhóm 1"}],
                 "changes":[{"code":"1.001193","name":"Khai sinh","change":"AMENDED","differences":[
                   {"pointer":"/name","kind":"CHANGED","before":"a","after":"b"}]}]}
                """));
        assertTrue(report.startsWith("Nothing was published: 1 added, 1 amended"), report);
        assertTrue(report.contains("refused, line 3  (no code)  Thiếu tên."), report);
        assertTrue(report.contains("warning, line 4  1.010216  nhóm 1"), report);
        assertTrue(report.contains("CHANGED /name: a → b"), report);
    }
}
