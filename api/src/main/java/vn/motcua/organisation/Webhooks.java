package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** The endpoints of a firm: describe, test, change the secret. */
@Singleton
class Webhooks {
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_PLACES = 8;

    private final Pool pool;
    private final WebhookStore store;
    private final FeedStore feed;
    private final AuditStore audit;
    private final WebhookSeal seal;
    private final TargetRule rule;
    private final FeedCursor cursors;
    private final OrganisationConfig.Webhooks config;

    Webhooks(
            Pool pool,
            WebhookStore store,
            FeedStore feed,
            AuditStore audit,
            WebhookSeal seal,
            TargetRule rule,
            FeedCursor cursors,
            OrganisationConfig config) {
        this.pool = pool;
        this.store = store;
        this.feed = feed;
        this.audit = audit;
        this.seal = seal;
        this.rule = rule;
        this.cursors = cursors;
        this.config = config.webhook();
    }

    Uni<List<Webhook>> all(Acting who) {
        return store.all(who.organisation())
                .map(rows -> rows.stream().map(this::shown).toList());
    }

    Uni<Webhook> one(Acting who, UUID id) {
        return stored(who, id).map(this::shown);
    }

    Uni<WebhookStore.Stored> stored(Acting who, UUID id) {
        return store.one(who.organisation(), id).map(found -> found.orElseThrow(Webhooks::notFound));
    }

    /** The only answer that shows the secret. */
    Uni<Webhook> create(Acting who, WebhookInput input) {
        check(input);
        var secret = WebhookSecret.fresh();
        return ordered(tx -> store.create(
                                tx, who.organisation(), written(input), seal.seal(secret), config.perOrganisation())
                        .map(created -> created.orElseThrow(this::tooMany))
                        .call(id -> audit.write(tx, who, AuditEntry.Action.WEBHOOK_CREATED, id.toString())))
                .chain(id -> one(who, id))
                .map(webhook -> webhook.withSecret(secret));
    }

    Uni<Webhook> change(Acting who, UUID id, WebhookInput input) {
        check(input);
        return stored(who, id)
                .map(before -> !seal.open(before.url()).equals(input.url()))
                .chain(elsewhere -> ordered(tx -> store.change(tx, who.organisation(), id, written(input), elsewhere)
                        .invoke(Webhooks::requireFound)
                        .chain(() -> audit.write(tx, who, AuditEntry.Action.WEBHOOK_CHANGED, id.toString()))))
                .chain(() -> one(who, id));
    }

    Uni<Void> delete(Acting who, UUID id) {
        return pool.withTransaction(tx -> store.delete(tx, who.organisation(), id)
                .invoke(Webhooks::requireFound)
                .chain(() -> audit.write(tx, who, AuditEntry.Action.WEBHOOK_DELETED, id.toString())));
    }

    Uni<WebhookSecretChange> rotate(Acting who, UUID id) {
        var secret = WebhookSecret.fresh();
        return pool.withTransaction(tx -> store.rotate(
                        tx, who.organisation(), id, seal.seal(secret), config.secretOverlap())
                .map(until -> new WebhookSecretChange(secret, until.orElseThrow(Webhooks::notFound)))
                .call(() -> audit.write(tx, who, AuditEntry.Action.WEBHOOK_SECRET_ROTATED, id.toString())));
    }

    /** Refuses a second test within a moment: it is a call to somebody's server on demand. */
    Uni<Void> allowPing(Acting who, UUID id) {
        return store.pinged(who.organisation(), id)
                .invoke(first -> {
                    if (!first) {
                        throw ProblemException.retryLater(
                                ProblemType.TOO_MANY_REQUESTS,
                                Duration.ofSeconds(2),
                                "Hãy chờ hai giây rồi thử lại.",
                                "Wait two seconds and try again.");
                    }
                })
                .replaceWithVoid();
    }

    /** Who becomes active or stops does so between two entries of the feed, never in the middle of one. */
    private <T> Uni<T> ordered(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(tx -> feed.lock(tx).chain(() -> work.apply(tx)));
    }

    private WebhookStore.Written written(WebhookInput input) {
        return new WebhookStore.Written(
                seal.seal(input.url()),
                input.label(),
                input.places(),
                input.isActive() ? Webhook.State.ACTIVE : Webhook.State.PAUSED);
    }

    private void check(WebhookInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Hãy gửi địa chỉ nhận.", "Send the endpoint.");
        }
        var errors = new ArrayList<FieldError>();
        if (input.url() == null) {
            errors.add(FieldError.at("/url", "Bắt buộc phải có.", "Required."));
        } else {
            rule.fault(input.url()).ifPresent(fault -> errors.add(new FieldError("/url", fault)));
        }
        if (input.label() != null && input.label().length() > LONGEST_LABEL) {
            errors.add(FieldError.at("/label", "Tối đa 100 ký tự.", "At most 100 characters."));
        }
        if (input.places() < 1 || input.places() > MOST_PLACES) {
            errors.add(FieldError.at("/concurrency", "Phải từ 1 đến 8.", "Must be from 1 to 8."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private Webhook shown(WebhookStore.Stored row) {
        return new Webhook(
                row.id(),
                seal.open(row.url()),
                row.label(),
                row.concurrency(),
                row.state(),
                null,
                row.createdAt(),
                row.failures(),
                row.failingSince(),
                row.lastError(),
                row.lastSuccessAt(),
                row.disabledAt(),
                row.waiting(),
                row.deadLetters(),
                row.stoppedAt() == null ? null : cursors.encode(row.organisation(), row.stoppedAt()));
    }

    private ProblemException tooMany() {
        return ProblemException.of(
                ProblemType.LIMIT_REACHED,
                "Tối đa %d webhook. Hãy xoá bớt.".formatted(config.perOrganisation()),
                "At most %d webhooks. Delete one first.".formatted(config.perOrganisation()));
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw notFound();
        }
    }

    static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.WEBHOOK_NOT_FOUND,
                "Tổ chức không có webhook này. Hãy xem danh sách.",
                "The organisation has no such webhook. See the list.");
    }
}
