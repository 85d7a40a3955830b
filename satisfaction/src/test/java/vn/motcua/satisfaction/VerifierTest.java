package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/**
 * The verifier program, run against the service as anybody runs it. It needs Node.js; where that is missing it says so, and the
 * same checks are those of {@link LedgerTest} and {@link LedgerTamperTest}.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class VerifierTest {
    private static final Path SOURCES = Path.of("../openapi/verifier");
    private static final Path COMPILER = Path.of("../openapi/client-typescript/node_modules/typescript");
    /** For a Node.js that does not read TypeScript by itself: takes the types away, and nothing else. */
    private static final String STRIP = """
            const [compiler, from, to] = process.argv.slice(1);
            const { readFileSync, writeFileSync } = require('fs');
            const compilerOptions = {
              target: 'ES2022', module: 'ESNext', verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true };
            for (const name of ['tree', 'scores', 'verify']) {
              const { outputText } = require(compiler).transpileModule(
                readFileSync(`${from}/${name}.ts`, 'utf8'), { compilerOptions });
              writeFileSync(`${to}/${name}.js`, outputText);
            }
            """;

    private static Path program;

    @Inject
    Desk desk;

    @Inject
    LedgerSigner signer;

    @Inject
    LedgerReads reads;

    @Inject
    Pool pool;

    private Path folder;

    @BeforeAll
    static void findNode() throws Exception {
        String version;
        try {
            version = output(List.of("node", "--version")).text().strip();
        } catch (IOException e) {
            abort("the verifier was NOT run: no Node.js on this machine");
            return;
        }
        var numbers = version.replaceFirst("^v", "").split("\\.");
        int major = Integer.parseInt(numbers[0]);
        if (major > 23 || major == 22 && Integer.parseInt(numbers[1]) >= 18) {
            program = SOURCES.resolve("verify.ts");
        } else if (Files.isDirectory(COMPILER)) {
            var built = Files.createDirectories(Path.of("target/verifier"));
            Files.writeString(built.resolve("package.json"), "{\"type\": \"module\"}");
            var stripped = output(List.of(
                    "node", "-e", STRIP, COMPILER.toRealPath().toString(), SOURCES.toString(), built.toString()));
            assertEquals(0, stripped.status(), stripped.text());
            program = built.resolve("verify.js");
        } else {
            abort("the verifier was NOT run: Node.js " + version + " reads no TypeScript, and there is no compiler");
        }
    }

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "verifier");
    }

    @Test
    void anHonestServiceFits() throws Exception {
        var agency = Desk.newAgency();
        var rating = rate(agency);
        desk.rate(Desk.dossiers(agency + ".01", 31), Desk.all(5));
        desk.rate(Desk.dossiers(agency, 12), Desk.all(2));
        desk.sign();
        var state = folder.resolve("state.json").toString();
        var first = verify("--state", state, "--rating", rating, "--score", "agency=" + agency + "&groupBy=AGENCY");
        assertEquals(0, first.status(), first.text());
        assertTrue(first.text().contains("counted with 12 others of " + agency), first.text());
        assertTrue(first.text().contains("the figures of agency=" + agency), first.text());
        desk.rate(Desk.dossiers(agency, 17), Desk.all(3));
        desk.sign();
        var second = verify(
                "--state",
                state,
                "--rating",
                rating,
                "--score",
                "agency=" + agency + "&groupBy=MONTH",
                "--score",
                "agency=" + agency + "&groupBy=VERSION",
                "--score",
                "groupBy=FIELD");
        assertEquals(0, second.status(), second.text());
        assertTrue(second.text().contains("is still there"), second.text());
    }

    @Test
    void aRatingThatIsNotThereYetIsAwaitedAndOneThatIsOverdueIsEvidence() throws Exception {
        var rating = rate(Desk.newAgency());
        desk.sign();
        var early = verify("--quick", "--rating", rating);
        assertEquals(0, early.status(), early.text());
        assertTrue(early.text().contains("it is promised by"), early.text());
        var content = new JsonObject(Files.readString(Path.of(rating)));
        var id = ProofCheck.bytes(content.getJsonObject("promise").getString("id"));
        var commitment = ProofCheck.bytes(content.getJsonObject("promise").getString("commitment"));
        var by = Vietnam.today().minusDays(1);
        content.getJsonObject("promise")
                .put("by", by.toString())
                .put(
                        "signature",
                        signer.promise(new Leaf.Stamp(id, commitment), by)
                                .orElseThrow()
                                .signature());
        Files.writeString(Path.of(rating), content.encode());
        assertFinds("PROMISE_BROKEN", verify("--quick", "--rating", rating));
        Files.writeString(
                Path.of(rating),
                content.encode().replace(by.toString(), by.minusDays(1).toString()));
        assertFinds("PROMISE", verify("--quick", "--rating", rating));
    }

    @Test
    void otherAnswersThanThoseCountedAreFound() throws Exception {
        var agency = Desk.newAgency();
        var rating = Path.of(rate(agency));
        desk.rate(Desk.dossiers(agency, 12), Desk.all(2));
        desk.sign();
        var content = new JsonObject(Files.readString(rating));
        content.remove("promise");
        content.getJsonObject("answers").put("OVERALL", 1);
        Files.writeString(rating, content.encode());
        assertFinds("COMMITMENT", verify("--quick", "--rating", rating.toString()));
    }

    @Test
    void whoeverChangesWhatIsPublishedIsFound() throws Exception {
        var agency = Desk.newAgency();
        desk.rate(Desk.dossiers(agency, 14), Desk.all(2));
        desk.sign();
        var score = "agency=" + agency;
        finds(
                "OPEN_DATA",
                "atom",
                "update satisfaction.atom set level5 = level5 + 1 where agency = '%s'".formatted(agency));
        finds(
                "OPEN_DATA",
                "atom",
                "update satisfaction.atom set published_on = '2020-01-01' where agency = '%s'".formatted(agency));
        Tampering.with(
                List.of("board"),
                List.of("update satisfaction.board set level5 = level5 + 9 where agency = '%s'".formatted(agency)),
                () -> assertFinds("SCORE", verify("--score", score)));
        finds(
                "MISSING_LEAF",
                "ledger_leaf",
                "delete from satisfaction.ledger_leaf where index = (select max(index) from satisfaction.ledger_leaf)");
        finds(
                "ROOT",
                "ledger_leaf",
                "update satisfaction.ledger_leaf set leaf = replace(leaf, '\"commitment\":\"', '\"commitment\":\"x')"
                        + " where index = (select max(index) from satisfaction.ledger_leaf where type = 'RATING')");
    }

    /** An operator who has the key writes everything anew: only those who kept a head can tell, and they can. */
    @Test
    void aForgerWithTheKeyIsFoundByWhoeverKeptAHead() throws Exception {
        desk.rate(Desk.dossiers(Desk.newAgency(), 14), Desk.all(2));
        desk.sign();
        var state = folder.resolve("state.json").toString();
        assertEquals(0, verify("--quick", "--state", state).status());
        var row = Database.rows(
                        "select index, leaf from satisfaction.ledger_leaf where type = 'RATING' and ? <> '' order by index desc limit 1",
                        "x")
                .getFirst();
        var forged = row.getLast().replaceFirst("\"commitment\":\"....", "\"commitment\":\"0000");
        var statements = new ArrayList<>(Tampering.rewrite(Long.parseLong(row.getFirst()), forged));
        Tampering.with(List.of("ledger_leaf", "ledger_node", "ledger_head"), statements, () -> {
            var head = reads.latest(pool).await().indefinitely().orElseThrow();
            var root = Tampering.root(head.size());
            var signed = signer.head(head.size(), root, head.signedAt().toInstant());
            Database.execute(
                    "delete from satisfaction.ledger_head where number < (select max(number) from satisfaction.ledger_head) and ? <> ''",
                    "x");
            Database.execute(
                    "update satisfaction.ledger_head set root = '\\x%s', signature = ?"
                            .formatted(HexFormat.of().formatHex(root)),
                    signed.signature());
            assertEquals(0, verify("--quick").status(), "a stranger sees nothing");
            var found = verify("--quick", "--state", state);
            assertFinds("CHANGED", found);
            assertFinds("ORDER", found);
        });
    }

    private void finds(String kind, String table, String sql) throws Exception {
        Tampering.with(List.of(table), List.of(sql), () -> assertFinds(kind, verify()));
    }

    private static void assertFinds(String kind, Output output) {
        assertEquals(1, output.status(), output.text());
        assertTrue(output.text().contains("WRONG " + kind + ":"), output.text());
    }

    /** Rates, and keeps the answer as a person would; returns the file. */
    private String rate(String agency) throws IOException {
        var answers = new java.util.LinkedHashMap<String, Integer>();
        for (var factor : Factor.values()) {
            answers.put(factor.name(), 4);
        }
        var answer = new JsonObject(given().contentType(ContentType.JSON)
                .body(Map.of("answers", answers))
                .post("/v1/surveys/{ticket}/rating", desk.issue(Desk.dossier(agency)))
                .asString());
        var ordered = new JsonObject();
        answers.forEach(ordered::put);
        var file = folder.resolve("rating.json");
        Files.writeString(file, answer.put("answers", ordered).encode());
        return file.toString();
    }

    private static Output verify(String... options) throws Exception {
        var command = new ArrayList<>(List.of("node", program.toString(), "http://localhost:" + RestAssured.port));
        command.addAll(List.of(options));
        return output(command);
    }

    private record Output(int status, String text) {}

    private static Output output(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }
}
