package vn.motcua.local;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the person at the keyboard reads when everything runs: addresses, users, and five calls to try. */
final class Welcome {
    private final String service;
    private final LocalKeycloak keycloak;
    private final String fcm;
    private final StartOptions options;
    private final DemoUsers users;
    private final LocalSecrets secrets;
    private final DemoMark mark;

    Welcome(
            String service,
            LocalKeycloak keycloak,
            String fcm,
            StartOptions options,
            DemoUsers users,
            LocalSecrets secrets,
            DemoMark mark) {
        this.service = service;
        this.keycloak = keycloak;
        this.fcm = fcm;
        this.options = options;
        this.users = users;
        this.secrets = secrets;
        this.mark = mark;
    }

    String text() {
        var calls = mark.done() ? calls() : "";
        return "\nMột Cửa is running. Ctrl-C stops everything.\n\n" + addresses() + "\n" + people() + calls;
    }

    private String addresses() {
        var identity = keycloak == null
                ? ""
                : "  Keycloak       " + keycloak.url() + "  (console: /admin, user admin, password "
                        + secrets.password(LocalSecrets.KEYCLOAK_ADMIN) + ")\n";
        return "  App            " + service + "  (on a phone or here; for agencies: /agency)\n"
                + "  Service        " + service + "\n"
                + "  Contract       " + service + "/openapi/motcua.yaml\n"
                + identity
                + "  Phones (FCM)   " + fcm + "\n";
    }

    private String people() {
        if (!options.ownIdentity()) {
            return "";
        }
        var lines = users.ofRealm().stream()
                .filter(user -> !user.name().startsWith("one-stop-"))
                .map(user -> "  %-17s %-9s %s\n"
                        .formatted(user.name(), user.role(), user.claims().isEmpty() ? "" : user.claims()))
                .collect(Collectors.joining());
        var how = keycloak == null
                ? "Demo users (no passwords without Keycloak: ./motcua token USER)"
                : "Demo users, password of all: " + secrets.password(LocalSecrets.DEMO);
        return how + "\n" + lines;
    }

    private String calls() {
        var toTry = Demo.of(Home.checkout().resolve("demo/dossiers.json"), mark.today())
                .toTry();
        var calls = new Calls(service, tokenCommand(), toTry.code()).all();
        return "\nTry these, in this order:\n"
                + IntStream.range(0, calls.size())
                        .mapToObj(i -> "\n" + (i + 1) + ". " + calls.get(i).what() + "\n"
                                + calls.get(i).command() + "\n")
                        .collect(Collectors.joining());
    }

    private String tokenCommand() {
        return keycloak == null
                ? Home.checkout().resolve("motcua") + " token citizen"
                : "curl -s " + keycloak.issuer() + "/protocol/openid-connect/token -d grant_type=password"
                        + " -d client_id=motcua-app -d username=citizen -d password="
                        + secrets.password(LocalSecrets.DEMO)
                        + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/'";
    }

    /** The calls as they can be pasted into a shell that has curl and sed. */
    record Calls(String service, String tokenCommand, String dossier) {
        record Call(String what, String command) {}

        List<Call> all() {
            return List.of(
                    new Call(
                            "Search without tone marks",
                            "curl -s '" + service + "/v1/procedures?q=dang+ky+khai+sinh&limit=3'"),
                    new Call(
                            "Where does my dossier stand? (no account: code and last four of the ID number)",
                            "curl -s " + service + "/v1/dossiers/lookup -H 'Content-Type: application/json'"
                                    + " -d '{\"code\":\"" + dossier + "\",\"proof\":\"0001\"}'"),
                    new Call(
                            "Sign in and list the own dossiers",
                            "TOKEN=$(" + tokenCommand + ")\ncurl -s " + service
                                    + "/v1/me/dossiers -H \"Authorization: Bearer $TOKEN\""),
                    new Call(
                            "Rate the service: the ended dossier holds a ticket that can be used once",
                            "TICKET=$(curl -s " + service + "/v1/me/dossiers/" + dossier
                                    + " -H \"Authorization: Bearer $TOKEN\" | sed 's/.*\"ticket\":\"\\([^\"]*\\)\".*/\\1/')\n"
                                    + "curl -s " + service
                                    + "/v1/surveys/$TICKET/rating -H 'Content-Type: application/json'"
                                    + " -d '{\"answers\":{\"ACCESS\":5,\"PROCEDURE\":4,\"OFFICIALS\":5,\"RESULT\":4,"
                                    + "\"FEEDBACK\":3,\"OVERALL\":4}}'"),
                    new Call(
                            "What do people say in Phú Thọ (H44)?",
                            "curl -s '" + service + "/v1/satisfaction?agency=H44&groupBy=AGENCY'"));
        }
    }
}
