package vn.motcua.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Knows what was started, stops it in reverse order, and ends everything when one part dies. */
final class Supervisor {
    private static final int LINES_SHOWN = 20;

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean stopping;

    Supervisor() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop-all"));
    }

    /** A part that is stopped before those that were added earlier. */
    synchronized void add(ChildProcess child) {
        stops.addFirst(child::stop);
        watch(child);
    }

    /** A part that is stopped after all others. */
    synchronized void addLast(ChildProcess child) {
        stops.addLast(child::stop);
        watch(child);
    }

    private void watch(ChildProcess child) {
        if (stopping) {
            child.stop();
        }
        child.onExit().thenRun(() -> died(child));
    }

    private void died(ChildProcess child) {
        synchronized (this) {
            if (stopping) {
                return;
            }
        }
        System.err.println("\n" + child.name() + " đã dừng bất thường (mã " + child.exitCode() + "). / " + child.name()
                + " ended unexpectedly (exit code " + child.exitCode() + "). Last lines of " + child.log() + ":");
        child.lastLines(LINES_SHOWN).forEach(line -> System.err.println("  " + line));
        ended.countDown();
    }

    /** Returns when a part has died. */
    void await() throws InterruptedException {
        ended.await();
    }

    private void stopAll() {
        List<Runnable> inOrder;
        synchronized (this) {
            stopping = true;
            inOrder = List.copyOf(stops);
        }
        inOrder.forEach(Runnable::run);
        RunFile.delete();
    }
}
