package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.motcua.local.Home;

/** Runs one of the Node programs in {@code native-build/peers/push} to its end and reads what it measured. */
final class PushPeer {
    private PushPeer() {}

    static JsonNode run(String program, Map<String, String> environment) throws IOException, InterruptedException {
        var folder = Home.checkout().resolve("native-build/peers/push");
        if (!Files.exists(folder.resolve("node_modules"))) {
            start(folder, List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
        }
        return new ObjectMapper().readTree(start(folder, List.of("node", program), environment));
    }

    private static String start(Path folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().put("NODE_ENV", "production");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }
}
