package vn.motcua.notification;

import java.time.Duration;

/** Whether the sender waits, and for how long. Shared by the threads that send. */
final class Pause {
    private long until = System.nanoTime();

    /** A longer pause that already runs is kept. */
    synchronized void atLeast(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        if (end - until > 0) {
            until = end;
        }
    }

    /** Zero when it does not wait. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
