package vn.motcua.notification;

import jakarta.enterprise.context.ApplicationScoped;

/** The SQL that delivery works with. */
@ApplicationScoped
class DeliveryStores {
    private final OutboxStore outbox;
    private final LeaseStore leases;
    private final QuotaStore quota;

    DeliveryStores(OutboxStore outbox, LeaseStore leases, QuotaStore quota) {
        this.outbox = outbox;
        this.leases = leases;
        this.quota = quota;
    }

    OutboxStore outbox() {
        return outbox;
    }

    LeaseStore leases() {
        return leases;
    }

    QuotaStore quota() {
        return quota;
    }
}
