package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Role;

/** Writes and reads comments as people and officers do. */
final class CommentCalls {
    private CommentCalls() {}

    static void write(Desk desk, String agency, int count, String comment) {
        var dossiers = Desk.dossiers(agency, count);
        desk.issue(dossiers);
        dossiers.forEach(
                dossier -> rate(desk.ticket(dossier), 4, comment).then().statusCode(201));
    }

    static Response rate(String ticket, int level, String comment) {
        return send(ticket, body(level, comment), "POST");
    }

    static Response change(String ticket, String receipt, int level, String comment) {
        var body = body(level, comment);
        body.put("receipt", receipt);
        return send(ticket, body, "PUT");
    }

    static Map<String, Object> body(int level, String comment) {
        var body = new HashMap<String, Object>();
        var answers = new HashMap<String, Integer>();
        Desk.all(level).forEach((factor, answer) -> answers.put(factor.name(), answer));
        body.put("answers", answers);
        if (comment != null) {
            body.put("comment", comment);
        }
        return body;
    }

    static Response send(String ticket, Map<String, Object> body, String method) {
        return given().filter(Contract.responsesOnly())
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, "/v1/surveys/{ticket}/rating", ticket);
    }

    static Response read(String code, String ownAgency, String... parameters) {
        var request = given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + officer(ownAgency))
                .accept("application/json");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/agencies/{code}/comments", code);
    }

    static Response topics(String agency) {
        return given().filter(Contract.strict()).queryParam("agency", agency).get("/v1/satisfaction/topics");
    }

    static String officer(String agency) {
        return LocalParts.token("officer-" + agency, Role.OFFICER, Map.of("agency", agency));
    }

    static byte[] export(String agency, String format) throws Exception {
        var address = "http://localhost:%d/v1/agencies/%s/comments".formatted(RestAssured.port, agency);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + officer(agency))
                .header("Accept", format)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
            return response.body();
        }
    }
}
