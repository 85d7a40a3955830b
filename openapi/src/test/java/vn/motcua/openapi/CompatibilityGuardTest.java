package vn.motcua.openapi;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.Home;

class CompatibilityGuardTest {
    private static final String CONTRACT = Contract.yaml();

    private static List<String> afterChange(String from, String to) {
        assertTrue(CONTRACT.contains(from), "nothing to change: " + from);
        return CompatibilityGuard.breaks(CONTRACT, CONTRACT.replace(from, to));
    }

    /** The guard itself: clients of the last released contract must work with the one in this checkout. */
    @Test
    void clientsOfTheLastReleaseKeepWorking() throws IOException {
        var folder = Home.checkout().resolve("openapi/released");
        try (var releases = Files.list(folder)) {
            var last = releases.filter(f -> f.toString().endsWith(".yaml"))
                    .max(ReleasedContract.BY_VERSION)
                    .orElseThrow(() -> new IllegalStateException("no released contract in " + folder));
            assertThat(CompatibilityGuard.breaks(Files.readString(last), CONTRACT), empty());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            operation removed ~ /v1/life-events: ~ /v1/lifeEvents: ~ GET /v1/life-events: removed
            method changed ~ `    post:
                  tags: [Dossiers]` ~ `    put:
                  tags: [Dossiers]` ~ POST /v1/dossiers/lookup: removed
            answer field removed ~ statusLabel: {type: string} ~ label: {type: string} ~ .statusLabel: removed
            nested answer field removed ~ componentCode: {type: string} ~ paperCode: {type: string} ~ .components[].items[].componentCode: removed
            answer type changed ~ procedures: {type: integer} ~ procedures: {type: string} ~ was integer, is string
            answer field no longer promised ~ required: [state, overdue] ~ required: [state] ~ .clock.overdue: was promised, is optional
            answer enum grows ~ enum: [OPEN, USED] ~ enum: [OPEN, USED, LATE] ~ .state: was one of OPEN|USED, is one of LATE|OPEN|USED
            answer format removed ~ text/csv: ~ text/plain: ~ answer text/csv: removed
            parameter removed ~ name: onlineLevel ~ name: online ~ parameter onlineLevel (query): removed
            parameter becomes required ~ `      name: cursor
                  in: query` ~ `      name: cursor
                  required: true
                  in: query` ~ parameter cursor (query): was optional, is required
            parameter type narrowed ~ `schema: {type: string, maxLength: 200}
                      example: dang ky khai sinh` ~ `schema: {type: integer}
                      example: 1` ~ parameter q (query): was string, is integer
            parameter limit lowered ~ maximum: 100, default: 20 ~ maximum: 50, default: 20 ~ parameter limit (query): its limits are narrower
            parameter pattern set ~ `ticket from the own dossier, the inbox or the QR code at the counter.
                  schema: {type: string,` ~ `ticket from the own dossier, the inbox or the QR code at the counter.
                  schema: {type: string, pattern: '^a$',` ~ parameter ticket (path): pattern was null
            input field becomes required ~ required: [code, proof] ~ required: [code, proof, channel] ~ openapi-diff
            nested input field becomes required ~ `      required: [kind]
                  properties:` ~ `      required: [kind, name]
                  properties:` ~ [].applicant.name: was optional, is required
            input enum shrinks ~ enum: [ANDROID, IOS, WEB] ~ enum: [ANDROID, IOS] ~ .platform: was one of ANDROID|IOS|WEB, is one of ANDROID|IOS
            input field removed ~ receiptSecret: {type ~ secret: {type ~ [].receiptSecret: removed
            input text shortened ~ fcmToken: {type: string, minLength: 1, maxLength: 4096} ~ fcmToken: {type: string, minLength: 1, maxLength: 100} ~ .fcmToken: its limits are narrower
            input media type removed ~ application/x-ndjson: ~ application/x-jsonl: ~ request application/x-ndjson: removed
            """)
    void breakIsFound(String kind, String from, String to, String expected) {
        assertThat(kind, afterChange(from, to), hasItem(containsString(expected)));
    }

    @Test
    void whatOldClientsCanIgnoreIsNoBreak() {
        assertThat(
                "new optional answer field",
                afterChange("procedures: {type: integer}", "procedures: {type: integer}\n        more: {type: string}"),
                empty());
        assertThat(
                "new optional parameter",
                afterChange(
                        "- name: dryRun", "- {name: note, in: query, schema: {type: string}}\n        - name: dryRun"),
                empty());
        assertThat(
                "new optional input field",
                afterChange(
                        "componentRef: {type: string, maxLength: 60,",
                        "extra: {type: string}\n        componentRef: {type: string, maxLength: 60,"),
                empty());
        assertThat("wider limit", afterChange("maximum: 100, default: 20", "maximum: 200, default: 20"), empty());
        assertThat("wider input enum", afterChange("enum: [MERGE, FULL]", "enum: [MERGE, FULL, REPLACE]"), empty());
        assertThat(
                "new operation",
                afterChange(
                        "\n  /v1/fields:\n",
                        "\n  /v1/new:\n    get:\n      responses:\n        '204': {description: ok}\n  /v1/fields:\n"),
                empty());
        assertThat(
                "new type of problem",
                afterChange(
                        "            - /problems/ticket-expired\n",
                        "            - /problems/ticket-expired\n            - /problems/new-one\n"),
                empty());
        assertThat(
                "other words",
                afterChange("summary: Search and browse procedures", "summary: Search procedures"),
                empty());
    }
}
