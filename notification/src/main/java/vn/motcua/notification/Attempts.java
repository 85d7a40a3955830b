package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Single attempts on the sending threads, and what may hold them back: the lease, FCM's word, the breaker. */
final class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final PushSender sender;
    private final DeliveryRule rule;
    private final Lease lease;
    private final Breaker breaker;
    private final Pause pause;

    Attempts(PushSender sender, DeliveryRule rule, Lease lease, Breaker breaker, Pause pause) {
        this.sender = sender;
        this.rule = rule;
        this.lease = lease;
        this.breaker = breaker;
        this.pause = pause;
    }

    /** How long nothing is sent; zero when something may be. */
    Duration paused() {
        var asked = pause.left();
        var broken = breaker.left();
        return asked.compareTo(broken) > 0 ? asked : broken;
    }

    /** Whatever happens becomes a delivery: the dispatcher waits for one answer to each push. */
    Delivery deliver(Claimed claimed) {
        try {
            var delivery = attempt(claimed);
            if (delivery instanceof Delivery.QuotaExceeded(var wait)) {
                pause.atLeast(wait);
            }
            boolean itsOwn = claimed.attempts() > 0 && breaker.workedWithin(claimed.age());
            if (breaker.took(delivery, itsOwn)) {
                LOG.errorf(
                        "sending stops for %d s: FCM refuses everything",
                        breaker.left().toSeconds());
            }
            tellOperator(delivery);
            return delivery;
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf("push %s failed in a way that should not happen: %s", claimed.messageId(), e.getClass());
            var failed = new Delivery.Failed(e.getClass().getSimpleName(), Optional.empty());
            // It says nothing about FCM; another push may try in its place.
            breaker.took(failed, true);
            return failed;
        }
    }

    private Delivery attempt(Claimed claimed) {
        if (claimed.device().isEmpty()) {
            return new Delivery.NoDevice();
        }
        if (!claimed.quiet().isZero()) {
            return new Delivery.Quiet(claimed.quiet());
        }
        var life = rule.maxAge().minus(claimed.age());
        var held = !life.isPositive() ? Duration.ZERO : pause.left();
        if (!held.isZero() || !life.isPositive() || !lease.holds(claimed.dispatcher())) {
            return new Delivery.Held(held);
        }
        var asked = breaker.ask();
        if (!asked.isZero()) {
            return new Delivery.Held(asked);
        }
        var device = claimed.device().get();
        return sender.send(new Push(
                claimed.messageId(),
                claimed.text(),
                device.locale(),
                device.token(),
                FcmMessage.collapseKey(claimed.personKey(), claimed.about(), claimed.lane()),
                life.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : life));
    }

    private static void tellOperator(Delivery delivery) {
        switch (delivery) {
            case Delivery.CredentialsRefused(var error) ->
                LOG.errorf("FCM refuses our credentials (%s): nothing is pushed until this is repaired", error);
            case Delivery.QuotaExceeded(var wait) -> LOG.warnf("FCM asks to pause for %d s", wait.toSeconds());
            case Delivery.PlatformRefused(var error) ->
                LOG.errorf("one platform gets no pushes: FCM has no valid key for it (%s)", error);
            case Delivery.Sent _,
                    Delivery.DeadToken _,
                    Delivery.Refused _,
                    Delivery.Failed _,
                    Delivery.Held _,
                    Delivery.Quiet _,
                    Delivery.NoDevice _ -> {}
        }
    }
}
