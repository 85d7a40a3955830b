package vn.motcua.dossier;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.WatchStore.Finding;
import vn.motcua.notification.Notifications;

/**
 * Tells people and agencies that a date comes near or has passed. A batch is claimed, recorded, told and put off in one
 * transaction: any number of replicas may watch, and one that dies between leaves nothing half done. Each dossier is told
 * once of each kind and date; when the date moves it is told anew. Ended and paused dossiers are not looked at: an event
 * takes them out of the watch in its own transaction.
 */
@Singleton
class Watch {
    private final WatchStore store;
    private final DueDates dueDates;
    private final DeadlineNotices notices;
    private final Notifications notifications;
    private final Urgency urgency;
    private final Duration tellWithin;
    private final MeterRegistry registry;

    Watch(
            WatchStore store,
            DueDates dueDates,
            DeadlineNotices notices,
            Notifications notifications,
            Urgency urgency,
            DossierConfig config,
            MeterRegistry registry) {
        this.store = store;
        this.dueDates = dueDates;
        this.notices = notices;
        this.notifications = notifications;
        this.urgency = urgency;
        this.tellWithin = config.notifyWithin();
        this.registry = registry;
    }

    /** One batch of what is to be told at this moment; how many dossiers were looked at. */
    Uni<Integer> batch(OffsetDateTime now, int most) {
        return store.inTransaction(tx -> batch(tx, now, most));
    }

    Uni<Integer> batch(SqlConnection tx, OffsetDateTime now, int most) {
        return store.claim(tx, now, most)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(open -> open.stream().map(dossier -> finding(dossier, now)).toList())
                .chain(findings -> findings.isEmpty()
                        ? Uni.createFrom().item(0)
                        : store.record(tx, findings, now)
                                .chain(fresh -> tell(tx, findings, fresh, now))
                                .chain(() -> store.lookAgain(tx, findings))
                                .replaceWith(findings.size()));
    }

    private Finding finding(OpenDossier dossier, OffsetDateTime now) {
        var facts = dossier.facts();
        var deadline = dueDates.deadline(facts.agency(), facts.procedure());
        var due = facts.state() == ClockState.RUNNING ? dossier.dueAt() : null;
        var plan = dueDates.plan(due, facts.receivedAt(), deadline);
        return plan.reached(now)
                .map(stage -> new Finding(dossier, stage.kind(), mayTell(dossier, stage, now), plan.next(now)))
                .orElseGet(() -> new Finding(dossier, null, false, plan.next(now)));
    }

    /** A replay of last year must not ring a million phones; the agency's list holds it all the same. */
    private boolean mayTell(OpenDossier dossier, WatchPlan.Stage stage, OffsetDateTime now) {
        return dossier.personKey() != null && stage.at().isAfter(now.minus(tellWithin));
    }

    private Uni<Void> tell(SqlConnection tx, List<Finding> findings, Set<String> fresh, OffsetDateTime now) {
        var told = findings.stream()
                .filter(f -> fresh.contains(f.dossier().code()))
                .peek(f -> registry.counter(
                                "motcua.dossier.deadline.events",
                                "kind",
                                f.reached().name())
                        .increment())
                .filter(Finding::told)
                .map(f -> {
                    var notice = notices.due(f.dossier(), f.reached());
                    return urgency.isNear(f.dossier().dueAt(), now) ? notice.urgently() : notice;
                })
                .toList();
        return notifications.tell(tx, told);
    }
}
