package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Small programs of the system, used where they are there. */
final class Tools {
    private static final ConcurrentHashMap<List<String>, Boolean> WORKS = new ConcurrentHashMap<>();

    private Tools() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static boolean hasSetsid() {
        return works("setsid", "true");
    }

    static boolean hasParentDeathSignal() {
        return works("setpriv", "--pdeathsig", "TERM", "true");
    }

    static boolean hasUserNamespaces() {
        return works("unshare", "-U", "true");
    }

    /** Whether this command exists and succeeds; asked once. */
    static boolean works(String... command) {
        return WORKS.computeIfAbsent(List.of(command), Tools::run);
    }

    static boolean run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void signal(ChildProcess.Signal signal, long pid) {
        run(List.of("kill", "-" + signal, Long.toString(pid)));
    }

    /** The {@code java} that runs this program. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
