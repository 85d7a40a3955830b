package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Single attempts on the sending threads, and the pause that one of them may put on all. */
final class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final PushSender sender;
    private final DeliveryRule rule;
    private final Pause pause = new Pause();

    Attempts(PushSender sender, DeliveryRule rule) {
        this.sender = sender;
        this.rule = rule;
    }

    /** How long the sender still waits; zero when it does not. */
    Duration paused() {
        return pause.left();
    }

    /** Whatever happens becomes a delivery: the dispatcher waits for one answer to each push. */
    Delivery deliver(OutboxStore.Claimed claimed) {
        try {
            var delivery = attempt(claimed);
            rule.pause(delivery).ifPresent(pause::atLeast);
            tellOperator(delivery);
            return delivery;
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf("push %s failed in a way that should not happen: %s", claimed.messageId(), e.getClass());
            return new Delivery.Failed(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private Delivery attempt(OutboxStore.Claimed claimed) {
        if (claimed.device().isEmpty()) {
            return new Delivery.NoDevice();
        }
        var life = rule.maxAge().minus(claimed.age());
        var paused = pause.left();
        if (!paused.isZero() || !life.isPositive()) {
            return new Delivery.Held(paused);
        }
        var device = claimed.device().get();
        return sender.send(new Push(
                claimed.messageId(),
                claimed.kind(),
                device.locale(),
                device.token(),
                FcmMessage.collapseKey(claimed.personKey(), claimed.dossierCode()),
                life.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : life));
    }

    private static void tellOperator(Delivery delivery) {
        switch (delivery) {
            case Delivery.CredentialsRefused(var error) ->
                LOG.errorf("FCM refuses our credentials (%s): nothing is pushed until this is repaired", error);
            case Delivery.QuotaExceeded(var wait) -> LOG.warnf("FCM asks to pause for %d s", wait.toSeconds());
            case Delivery.Sent _,
                    Delivery.DeadToken _,
                    Delivery.Refused _,
                    Delivery.Failed _,
                    Delivery.Held _,
                    Delivery.NoDevice _ -> {}
        }
    }
}
