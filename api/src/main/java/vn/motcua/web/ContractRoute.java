package vn.motcua.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Serves the committed contract at {@code /openapi/motcua.yaml}, for app developers and their generators. */
@Singleton
class ContractRoute {
    void register(@Observes Router router) {
        var contract = contract();
        router.get("/openapi/motcua.yaml")
                .handler(request -> request.response()
                        .putHeader("Content-Type", "application/yaml; charset=utf-8")
                        .putHeader("Cache-Control", "public, max-age=300")
                        .end(contract));
    }

    private static String contract() {
        try (var in = ContractRoute.class.getResourceAsStream("/META-INF/motcua/motcua.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
