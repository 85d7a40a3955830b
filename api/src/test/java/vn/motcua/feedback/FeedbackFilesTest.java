package vn.motcua.feedback;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.motcua.feedback.Front.UNIT;
import static vn.motcua.feedback.Front.attach;
import static vn.motcua.feedback.Front.citizen;
import static vn.motcua.feedback.Front.mine;
import static vn.motcua.feedback.Front.officer;
import static vn.motcua.feedback.Front.person;
import static vn.motcua.feedback.Front.seen;
import static vn.motcua.feedback.Front.send;
import static vn.motcua.feedback.Front.wrong;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.feedback.file.SampleFiles;
import vn.motcua.openapi.LocalParts;

/** Files of a case: cleaned, bounded, and read by those alone who handle it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FeedbackFilesTest {
    @Test
    void filesAreCleanedKeptAndGivenToThoseWhoHandleTheCase() {
        var person = person();
        var code = send(person);
        var photo = SampleFiles.jpeg();
        var id = attach(person, code, "image/jpeg", "../ảnh biên nhận.png", photo)
                .statusCode(201)
                .body("name", equalTo("ảnh biên nhận.jpg"))
                .body("scanned", equalTo(false))
                .extract()
                .<String>path("id");
        attach(person, code, "image/jpeg", "again.jpg", photo).statusCode(201).body("id", equalTo(id));
        attach(person, code, "image/png", "x", SampleFiles.png()).statusCode(201);
        for (var path : List.of("/v1/me/feedback/" + code, "/v1/agencies/" + UNIT + "/feedback/" + code)) {
            var caller = path.contains("/me/") ? citizen(person) : officer(UNIT);
            var kept = wrong(caller)
                    .get(path + "/attachments/" + id)
                    .then()
                    .statusCode(200)
                    .contentType("application/octet-stream")
                    .header("Content-Disposition", startsWith("attachment; filename*=UTF-8''"))
                    .header("X-Content-Type-Options", "nosniff")
                    .extract()
                    .asByteArray();
            assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("Canon"));
        }
        seen(UNIT, code).body("attachments", hasSize(2));
        citizen(person())
                .get("/v1/me/feedback/" + code + "/attachments/" + id)
                .then()
                .statusCode(404);
        officer("H44")
                .get("/v1/agencies/H44/feedback/" + code + "/attachments/" + id)
                .then()
                .statusCode(404);
        citizen(person).get("/v1/me/feedback/" + code + "/access-log").then().body("items.size()", greaterThan(1));
    }

    @Test
    void filesThatAreNotWhatTheySayOrTooManyOrTooLargeAreRefused() {
        var person = person();
        var code = send(person);
        attach(person, code, "application/pdf", "x", SampleFiles.jpeg())
                .statusCode(422)
                .body("type", equalTo("/problems/attachment-refused"));
        attach(person, code, "text/html", "x", new byte[10]).statusCode(415);
        attach(person(), code, "image/jpeg", "x", SampleFiles.jpeg()).statusCode(404);
        for (int i = 0; i < 5; i++) {
            attach(person, code, "image/png", "x" + i, SampleFiles.png(i)).statusCode(201);
        }
        attach(person, code, "image/png", "x", SampleFiles.png(5))
                .statusCode(409)
                .body("type", equalTo("/problems/limit-reached"));
        mine(person, code).body("attachments", hasSize(5));
    }

    @Test
    void aFileWithoutADeclaredLengthIsCountedAsItComes() throws Exception {
        var person = person();
        var code = send(person);
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/me/feedback/" + code + "/attachments"))
                .header("Content-Type", "image/jpeg")
                .header(
                        "Authorization",
                        "Bearer " + LocalParts.token("p" + person, "citizen", Map.of("personalId", person)))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(10 << 20) + 1])))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertEquals(413, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        mine(person, code).body("attachments", hasSize(0));
    }
}
