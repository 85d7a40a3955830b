package vn.motcua.organisation;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something that was done for an organisation.
 *
 * @param actor the account that did it, by its number in our realm
 * @param delegateId the delegation by which a delegate acted; absent when it was the organisation itself
 * @param subject what it was done to: a delegation, a webhook, an upload with its counts
 */
record AuditEntry(OffsetDateTime at, String actor, UUID delegateId, Action action, String subject) {
    enum Action {
        DELEGATE_GRANTED,
        DELEGATE_REVOKED,
        WATCHLIST_UPLOADED,
        WEBHOOK_CREATED,
        WEBHOOK_CHANGED,
        WEBHOOK_DELETED,
        WEBHOOK_SECRET_ROTATED,
        WEBHOOK_REPLAYED,
        WEBHOOK_RESENT
    }
}
