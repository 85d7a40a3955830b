package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ./motcua import FILE}: publishes a catalogue file on the running service and lists what was refused. */
public final class ImportCatalogue {
    private ImportCatalogue() {}

    public static void main(String[] args) throws IOException {
        try {
            if (args.length != 1 || !Files.isReadable(Path.of(args[0]))) {
                throw new Trouble(
                        "Cần tên một tệp đọc được: ./motcua import TỆP", "Name a readable file: ./motcua import FILE");
            }
            System.exit(run(Path.of(args[0]), RunFile.read(), System.getenv("MOTCUA_TOKEN")));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        }
    }

    private static int run(Path file, RunFile run, String givenToken) throws IOException {
        var token = Optional.ofNullable(givenToken)
                .filter(t -> !t.isBlank())
                .orElseGet(() -> run.identity().userToken("admin"));
        var type = file.toString().endsWith(".json") ? "application/json" : "application/x-ndjson";
        System.out.printf("%s (%,d KiB) → %s …%n", file.getFileName(), Files.size(file) / 1024, run.service());
        var answer = new ServiceClient(run.service())
                .send("POST", "/v1/admin/catalogue/releases", token, type, BodyPublishers.ofFile(file));
        if (answer.status() != 200 && answer.status() != 201) {
            System.err.println("Dịch vụ không nhận tệp này / the service did not take it: " + answer.status() + "\n"
                    + answer.body());
            return 1;
        }
        System.out.print(report(answer.json()));
        return 0;
    }

    /** The counts, and a line for each refused record. */
    static String report(JsonObject report) {
        var refused = report.getJsonArray("refused");
        var text = new StringBuilder();
        text.append(
                report.containsKey("releaseId")
                        ? "Published as release " + report.getLong("releaseId") + ":"
                        : "Nothing was published:");
        for (var count : new String[] {"added", "amended", "abolished", "unchanged"}) {
            text.append(' ')
                    .append(report.getInteger(count))
                    .append(' ')
                    .append(count)
                    .append(',');
        }
        text.append(' ').append(refused.size()).append(" refused\n");
        refused.stream()
                .map(JsonObject.class::cast)
                .forEach(r -> text.append("  line ")
                        .append(r.getInteger("line"))
                        .append("  ")
                        .append(r.getString("code", "(no code)"))
                        .append("  ")
                        .append(r.getString("reason"))
                        .append('\n'));
        return text.toString();
    }
}
