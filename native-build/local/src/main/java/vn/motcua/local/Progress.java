package vn.motcua.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells the person at the keyboard what is being done, with the seconds since the start. */
public final class Progress {
    private static final long TICK_SECONDS = 5;

    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Says nothing; for tests. */
    static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()));
    }

    /** One line with the time. */
    public void say(String text) {
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", elapsed().toMillis() / 1000.0, text));
        out.flush();
    }

    /** Does something that may take long and repeats every few seconds that it is still at it. */
    <T> T during(String text, Supplier<T> work) {
        say(text + " …");
        try (var ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory())) {
            ticker.scheduleAtFixedRate(() -> say("  " + text + " …"), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
            try {
                return work.get();
            } finally {
                ticker.shutdownNow();
            }
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
