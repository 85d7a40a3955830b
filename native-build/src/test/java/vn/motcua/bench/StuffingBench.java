package vn.motcua.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.local.Folders;
import vn.motcua.local.Home;

/** Simulated attacks on ratings: how often they are found, and how often people alone are suspected. No service is started. */
final class StuffingBench {
    private static final List<String> SOURCES = List.of(
            "satisfaction/src/test/java/vn/motcua/satisfaction/SimulatedProvince.java",
            "satisfaction/src/test/java/vn/motcua/satisfaction/SimulatedAttack.java",
            "satisfaction/src/test/java/vn/motcua/satisfaction/StuffingTable.java");

    private StuffingBench() {}

    static void run(String... args) throws IOException, InterruptedException {
        int worlds = Options.numbers(args).getOrDefault("provinces", 20);
        var home = Home.checkout();
        var classes = Folders.temporary("motcua-stuffing").toString();
        var path = String.join(
                System.getProperty("path.separator"),
                classes,
                home.resolve("satisfaction/target/classes").toString(),
                home.resolve("openapi/target/classes").toString(),
                home.resolve("api/target/quarkus-app/lib/main/*").toString());
        var compile = new ArrayList<>(List.of(
                Servers.java().replaceAll("java$", "javac"), "-nowarn", "-proc:none", "-cp", path, "-d", classes));
        SOURCES.forEach(source -> compile.add(home.resolve(source).toString()));
        command(compile);
        command(List.of(
                Servers.java(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                path,
                "vn.motcua.satisfaction.StuffingTable",
                Integer.toString(worlds)));
    }

    private static void command(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }
}
