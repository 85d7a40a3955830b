package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The printed calls are pasted into a shell as they are: here a shell runs them against a server that writes down what came. */
class CallsToTryTest {
    private static final String DOSSIER = "H44.100-261116-0001";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private String url;

    @BeforeEach
    void listen() {
        var server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        url = "http://127.0.0.1:" + server.actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void callsWorkWhenPastedOneAfterTheOther() throws Exception {
        var token = "curl -s " + url + "/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/'";
        var script = new Welcome.Calls(url, token, DOSSIER)
                .all().stream().map(Welcome.Calls.Call::command).collect(Collectors.joining("\n"));
        var shell = new ProcessBuilder("sh", "-ec", script)
                .redirectErrorStream(true)
                .start();
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), output);
        assertEquals(
                List.of(
                        "GET /v1/procedures?q=dang+ky+khai+sinh&limit=3 null ",
                        "POST /v1/dossiers/lookup null {\"code\":\"" + DOSSIER + "\",\"proof\":\"0001\"}",
                        "GET /token null ",
                        "GET /v1/me/dossiers Bearer made-up.token ",
                        "GET /v1/me/dossiers/" + DOSSIER + " Bearer made-up.token ",
                        "POST /v1/surveys/made-up-ticket/rating null {\"answers\":{\"ACCESS\":5,\"PROCEDURE\":4,"
                                + "\"OFFICIALS\":5,\"RESULT\":4,\"FEEDBACK\":3,\"OVERALL\":4}}",
                        "GET /v1/satisfaction?agency=H44&groupBy=AGENCY null "),
                seen);
        assertTrue(output.contains("receipt"), output);
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            seen.add(request.method() + " " + request.uri() + " " + request.getHeader("Authorization") + " " + body);
            var answers = Map.of(
                    "/token",
                    "{\"access_token\":\"made-up.token\",\"expires_in\":900}",
                    "/v1/me/dossiers/" + DOSSIER,
                    "{\"code\":\"x\",\"ticket\":\"made-up-ticket\",\"timeline\":[]}",
                    "/v1/surveys/made-up-ticket/rating",
                    "{\"receipt\":\"made-up-receipt\"}");
            request.response().end(answers.getOrDefault(request.path(), "{}"));
        });
    }
}
