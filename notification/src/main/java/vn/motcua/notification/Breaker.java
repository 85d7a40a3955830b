package vn.motcua.notification;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops sending while FCM answers nothing but trouble, or refuses our credentials. After a pause a few pushes try; one that
 * gets through opens the way for all, one that fails doubles the pause. Steady time comes in, so that a moved clock does
 * not matter.
 */
final class Breaker {
    static final int TROUBLES = 20;
    static final int PROBES = 3;
    /** One refusal of our credentials is proof enough; a row of tokens of other projects is, too. */
    static final Duration CREDENTIALS_PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Duration shortestPause;
    private final LongSupplier nanoTime;
    private int troubles;
    private int strangers;
    private int probes;
    private boolean stopped;
    private boolean worked;
    private long lastSuccess;
    private Duration pause;
    private long until;

    Breaker(Duration shortestPause, LongSupplier nanoTime) {
        this.shortestPause = shortestPause;
        this.nanoTime = nanoTime;
        this.pause = shortestPause;
    }

    /** Asks for leave to send one push: zero, or how long to wait. */
    synchronized Duration ask() {
        var left = left();
        if (!stopped || !left.isZero()) {
            return left;
        }
        if (probes == 0) {
            return shortestPause;
        }
        probes--;
        return Duration.ZERO;
    }

    /** How long nothing is sent; zero also when a few may try. */
    synchronized Duration left() {
        return stopped ? Duration.ofNanos(Math.max(0, until - nanoTime.getAsLong())) : Duration.ZERO;
    }

    /** How many pushes may be on their way now. */
    synchronized int most(int usual) {
        return stopped ? Math.min(usual, PROBES) : usual;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Whether FCM took a push within this time. */
    synchronized boolean workedWithin(Duration time) {
        return worked && nanoTime.getAsLong() - lastSuccess <= time.toNanos();
    }

    /**
     * Whether this answer made it stop.
     *
     * @param itsOwn the push failed before although FCM took others meanwhile: its trouble says nothing about FCM, or a few
     *     such pushes would keep all others waiting
     */
    synchronized boolean took(Delivery delivery, boolean itsOwn) {
        return switch (delivery) {
            case Delivery.Sent _ -> {
                strangers = 0;
                worked = true;
                lastSuccess = nanoTime.getAsLong();
                yield goOn();
            }
            case Delivery.Refused(var error)
            when error.equals(FcmErrors.OTHER_PROJECT) -> ++strangers < TROUBLES ? goOn() : stop(CREDENTIALS_PAUSE);
            // FCM works: what it says about one token, one platform or our pace is an answer.
            case Delivery.DeadToken _, Delivery.Refused _, Delivery.PlatformRefused _, Delivery.QuotaExceeded _ ->
                goOn();
            case Delivery.CredentialsRefused _ -> stop(CREDENTIALS_PAUSE);
            case Delivery.Failed _ -> itsOwn ? tryAnother() : trouble();
            case Delivery.Held _, Delivery.Quiet _, Delivery.NoDevice _ -> false;
        };
    }

    private boolean goOn() {
        troubles = 0;
        stopped = false;
        pause = shortestPause;
        return false;
    }

    private boolean tryAnother() {
        probes = Math.min(PROBES, probes + 1);
        return false;
    }

    private boolean trouble() {
        troubles++;
        if (stopped && left().isZero()) {
            var doubled = pause.multipliedBy(2);
            return stop(doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
        }
        return !stopped && troubles >= TROUBLES && stop(pause);
    }

    private boolean stop(Duration length) {
        stopped = true;
        pause = length;
        probes = PROBES;
        until = nanoTime.getAsLong() + length.toNanos();
        return true;
    }
}
