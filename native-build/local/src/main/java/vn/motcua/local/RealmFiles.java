package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The realm files of the repository, filled with the secrets of this installation (the repository holds none) and with the
 * people of the demo.
 */
final class RealmFiles {
    private final Map<String, String> byName = new LinkedHashMap<>();
    private final String adminPassword;

    RealmFiles(LocalSecrets secrets, DemoUsers users) {
        adminPassword = secrets.password(LocalSecrets.KEYCLOAK_ADMIN);
        var demoPassword = secrets.password(LocalSecrets.DEMO);
        for (var name : new String[] {"motcua-realm.json", "other-realm.json"}) {
            var filled = resource(name)
                    .replace("@DEMO_PASSWORD@", demoPassword)
                    .replace("@CLIENT_SECRET@", secrets.longSecret(LocalSecrets.CLIENT));
            byName.put(name, filled);
        }
        byName.computeIfPresent("motcua-realm.json", (name, realm) -> withUsers(realm, users, demoPassword));
    }

    /** Changes with every change of a realm, a person or a secret. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byName.values().forEach(realm -> digest.update(realm.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String adminPassword() {
        return adminPassword;
    }

    /** They hold passwords: readable by their owner only. */
    void writeTo(Path folder) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(folder, ownerOnly);
        for (var realm : byName.entrySet()) {
            Files.writeString(folder.resolve(realm.getKey()), realm.getValue());
        }
    }

    private static String withUsers(String realm, DemoUsers demo, String password) {
        var json = new JsonObject(realm);
        var users = json.getJsonArray("users");
        var credential = new JsonObject().put("type", "password").put("value", password);
        demo.applicants().forEach(user -> {
            var attributes = new JsonObject();
            user.claims().forEach((claim, value) -> attributes.put(claim, new JsonArray().add(value)));
            users.add(new JsonObject()
                    .put("username", user.name())
                    .put("enabled", true)
                    .put("firstName", user.fullName())
                    .put("attributes", attributes)
                    .put("realmRoles", new JsonArray().add(user.role()))
                    .put("credentials", new JsonArray().add(credential)));
        });
        return json.encodePrettily();
    }

    static String resource(String name) {
        try (var in = RealmFiles.class.getResourceAsStream("/realm/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
