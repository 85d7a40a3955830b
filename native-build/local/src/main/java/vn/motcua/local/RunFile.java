package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What runs now, for the other commands of the launcher: {@code .motcua/run.json}. Holds no secret. */
record RunFile(long pid, String service, String keycloak, boolean identityIsHere) {
    static Path place() {
        return Home.data().resolve("run.json");
    }

    void write() {
        try {
            var json = new JsonObject()
                    .put("pid", pid)
                    .put("service", service)
                    .put("keycloak", keycloak)
                    .put("identityIsHere", identityIsHere);
            var fresh = place().resolveSibling("run.json.new");
            Files.writeString(fresh, json.encodePrettily());
            Files.move(fresh, place(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete() {
        try {
            Files.deleteIfExists(place());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run of a start that is still alive. */
    static RunFile read() {
        try {
            var json = new JsonObject(Files.readString(place()));
            var run = new RunFile(
                    json.getLong("pid"),
                    json.getString("service"),
                    json.getString("keycloak"),
                    json.getBoolean("identityIsHere"));
            if (ProcessHandle.of(run.pid()).isPresent()) {
                return run;
            }
        } catch (IOException notThere) {
            // Said below, in the same words as for a run that has ended.
        }
        throw new Trouble(
                "Một Cửa chưa chạy. Hãy chạy ./motcua start trước.", "Nothing is running. Run ./motcua start first.");
    }

    /** Tokens as the running service takes them. */
    Identity identity() {
        var secrets = LocalSecrets.in(Home.data());
        if (!identityIsHere) {
            throw new Trouble(
                    "Máy chủ định danh ở bên ngoài: hãy đặt MOTCUA_TOKEN là một token có vai trò admin.",
                    "The identity server is an external one: set MOTCUA_TOKEN to a token with the role admin.");
        }
        return keycloak == null
                ? new Identity.FromKey(mint(secrets), DemoUsers.all())
                : new Identity.FromKeycloak(new KeycloakTokens(keycloak, secrets));
    }

    static TokenMint mint(LocalSecrets secrets) {
        return new TokenMint(secrets.get(LocalSecrets.TOKEN_KEY, TokenMint::newPrivateKey));
    }
}
