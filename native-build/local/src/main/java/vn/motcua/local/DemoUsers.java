package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everybody who can sign in to the demo: the users of the realm file (among them the one-stop systems' service accounts) and
 * the made-up applicants of {@code demo/dossiers.json}. The first person there is the user {@code citizen}, the first firm
 * {@code business}.
 */
record DemoUsers(List<DemoUser> ofRealm, List<DemoUser> applicants) {
    private static final String SERVICE_ACCOUNT = "service-account-";

    static DemoUsers all() {
        var file = Home.checkout().resolve("demo/dossiers.json");
        return of(Files.exists(file) ? read(file) : new JsonObject());
    }

    static DemoUsers of(JsonObject dossiers) {
        var realm = new JsonObject(RealmFiles.resource("motcua-realm.json"));
        var ofRealm =
                objects(realm.getJsonArray("users")).map(DemoUsers::realmUser).toList();
        var applicants = new ArrayList<DemoUser>();
        var people = objects(dossiers.getJsonArray("people", new JsonArray())).toList();
        for (int i = 1; i < people.size(); i++) {
            var person = people.get(i);
            var claims = Map.of("personalId", person.getString("personalId"));
            applicants.add(new DemoUser(person(i), person.getString("name"), "citizen", claims));
        }
        var firms = objects(dossiers.getJsonArray("firms", new JsonArray())).toList();
        for (int i = 1; i < firms.size(); i++) {
            var firm = firms.get(i);
            var claims = Map.of("organisation", firm.getString("organisationCode"));
            applicants.add(new DemoUser(firm(i), firm.getString("name"), "business", claims));
        }
        return new DemoUsers(ofRealm, List.copyOf(applicants));
    }

    /** Name to sign in with of the person at this place of the file, from 0. */
    static String person(int index) {
        return index == 0 ? "citizen" : "citizen-" + (index + 1);
    }

    /** The same for a firm. */
    static String firm(int index) {
        return index == 0 ? "business" : "business-" + (index + 1);
    }

    DemoUser named(String name) {
        return Stream.concat(ofRealm.stream(), applicants.stream())
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Trouble("Không có người dùng thử: " + name, "There is no demo user " + name));
    }

    private static DemoUser realmUser(JsonObject user) {
        var claims = new LinkedHashMap<String, String>();
        user.getJsonObject("attributes", new JsonObject())
                .forEach(claim -> claims.put(claim.getKey(), ((JsonArray) claim.getValue()).getString(0)));
        var name = user.getString("username");
        var plainName = name.startsWith(SERVICE_ACCOUNT) ? name.substring(SERVICE_ACCOUNT.length()) : name;
        var fullName = user.getString("firstName", plainName);
        return new DemoUser(plainName, fullName, user.getJsonArray("realmRoles").getString(0), claims);
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
