package vn.motcua.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged service as a command on the JVM. */
public final class ServiceProgram {
    private ServiceProgram() {}

    /**
     * @param options of the JVM
     * @throws IllegalStateException where the service has not been packaged
     */
    public static List<String> onTheJvm(String... options) {
        var jar = jar();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("package the module api first: there is no " + jar);
        }
        var command = new ArrayList<>(List.of(Tools.java(), "--enable-native-access=ALL-UNNAMED"));
        // Classes as the packaging has already read and linked them; a JVM of another build leaves it aside and says
        // so.
        command.add("-XX:AOTCache=" + jar.resolveSibling("app.aot"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Where packaging leaves it. */
    public static Path jar() {
        return Home.checkout().resolve("api/target/quarkus-app/quarkus-run.jar");
    }
}
