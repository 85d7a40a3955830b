package vn.motcua.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Optional;

/** {@code ./motcua import FILE}: publishes a catalogue file on the running service, shows how far it is, lists what came of it. */
public final class ImportCatalogue {
    private ImportCatalogue() {}

    public static void main(String[] args) {
        try {
            System.exit(run(ImportOptions.parse(args), RunFile.read(), System.getenv("MOTCUA_TOKEN")));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("Không đọc được tệp / the file cannot be read: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int run(ImportOptions options, RunFile run, String givenToken) throws IOException {
        var token = Optional.ofNullable(givenToken)
                .filter(t -> !t.isBlank())
                .orElseGet(() -> run.identity().userToken("admin"));
        var progress = new Progress(System.out);
        var client = new ServiceClient(run.service());
        var answer = options.restore() == null
                ? upload(options, client, token, progress)
                : client.send("POST", options.address(), token, "application/json", BodyPublishers.noBody());
        if (answer.status() != 200 && answer.status() != 201) {
            System.err.println(
                    "Dịch vụ không nhận / the service did not take it: " + answer.status() + "\n" + answer.body());
            return 1;
        }
        progress.say("done");
        print(ImportReport.of(answer.json()), System.out);
        return 0;
    }

    /** The service reads as it is sent, a few megabytes ahead of what it has checked. */
    private static ServiceClient.Answer upload(
            ImportOptions options, ServiceClient client, String token, Progress progress) throws IOException {
        var file = options.file();
        long size = Files.size(file);
        progress.say("%s (%,d KiB)".formatted(file.getFileName(), size / 1024));
        var type = file.toString().endsWith(".json") ? "application/json" : "application/x-ndjson";
        var body = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> UploadProgress.of(file, size, progress)), Math.max(1, size));
        return progress.during(
                "importing",
                () -> client.send("POST", options.address(), token, type, size == 0 ? BodyPublishers.noBody() : body));
    }

    private static void print(String report, PrintStream out) {
        out.print(report);
        out.flush();
    }
}
