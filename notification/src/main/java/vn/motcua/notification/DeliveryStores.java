package vn.motcua.notification;

import jakarta.enterprise.context.ApplicationScoped;

/** The SQL that delivery works with. */
@ApplicationScoped
class DeliveryStores {
    private final OutboxStore outbox;
    private final ClaimStore claims;
    private final CompletionStore completions;
    private final LeaseStore leases;
    private final QuotaStore quota;
    private final FunnelStore funnel;

    DeliveryStores(
            OutboxStore outbox,
            ClaimStore claims,
            CompletionStore completions,
            LeaseStore leases,
            QuotaStore quota,
            FunnelStore funnel) {
        this.outbox = outbox;
        this.claims = claims;
        this.completions = completions;
        this.leases = leases;
        this.quota = quota;
        this.funnel = funnel;
    }

    OutboxStore outbox() {
        return outbox;
    }

    ClaimStore claims() {
        return claims;
    }

    CompletionStore completions() {
        return completions;
    }

    LeaseStore leases() {
        return leases;
    }

    FunnelStore funnel() {
        return funnel;
    }

    QuotaStore quota() {
        return quota;
    }
}
