package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void outputGoesToTheLogAndTheOneBeforeIsKept() throws Exception {
        var log = folder.resolve("part.log");
        sh(log, "echo first").waitFor(Duration.ofSeconds(10));
        var second = sh(log, "echo second; exit 3");
        second.waitFor(Duration.ofSeconds(10));
        assertEquals(3, second.exitCode());
        assertEquals(List.of("second"), second.lastLines(5));
        assertEquals("first\n", Files.readString(folder.resolve("part.previous.log")));
    }

    @Test
    void stoppedChildIsGone() {
        var child = sh(folder.resolve("part.log"), "exec sleep 600");
        child.stop();
        assertFalse(child.isAlive());
    }

    @Test
    void orphanOfAnEarlierStartIsStoppedByTheNext() {
        var log = folder.resolve("part.log");
        var orphan = sh(log, "exec sleep 600");
        Orphans.stop(log);
        assertTrue(orphan.waitFor(Duration.ofSeconds(10)));
    }

    @Test
    void strangerWithTheSameNumberIsLeftAlone() throws Exception {
        var log = folder.resolve("part.log");
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(folder.resolve("part.pid"), stranger.pid() + " 2020-01-01T00:00:00Z");
            Orphans.stop(log);
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** A second JVM starts a child and is killed: the kernel stops the child. */
    @Test
    void childDoesNotSurviveTheKillOfItsParent() throws Exception {
        assumeTrue(Tools.hasParentDeathSignal(), "this system has no parent-death signal");
        var parent = new ProcessBuilder(
                        Tools.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        long child = Long.parseLong(parent.inputReader().readLine());
        var handle = ProcessHandle.of(child).orElseThrow();
        parent.destroyForcibly().waitFor();
        handle.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(handle.isAlive());
    }

    /** The parent that is killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println(
                    sh(Path.of(args[0]).resolve("child.log"), "exec sleep 600").pid());
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    private static ChildProcess sh(Path log, String script) {
        return ChildProcess.start("part", List.of("sh", "-c", script), Map.of(), log, ChildProcess.Signal.TERM);
    }
}
