package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Vietnam;

/** What administrators do with announcements. */
@ApplicationScoped
class Broadcasts {
    private final BroadcastStore store;
    private final BroadcastPlanStore plans;
    private final TemplateStore templates;
    private final BroadcastConfig config;

    Broadcasts(BroadcastStore store, BroadcastPlanStore plans, TemplateStore templates, BroadcastConfig config) {
        this.store = store;
        this.plans = plans;
        this.templates = templates;
        this.config = config;
    }

    Uni<BroadcastPreview> preview(BroadcastDraft draft) {
        return templates
                .current()
                .map(all -> words(all, draft))
                .chain(words -> plans.count(draft.audience()).map(people -> preview(draft, words, people)));
    }

    private static TemplatePreview words(java.util.List<Template> templates, BroadcastDraft draft) {
        return templates.stream()
                .filter(one -> one.kind() == Notice.Kind.ANNOUNCEMENT)
                .map(one -> new Wording(one.title(), one.body(), Optional.ofNullable(one.lockScreen())))
                .map(wording -> TemplatePreview.of(Notice.Kind.ANNOUNCEMENT, wording, draft.variables()))
                .findFirst()
                .orElseThrow();
    }

    private BroadcastPreview preview(BroadcastDraft draft, TemplatePreview words, int people) {
        int slices = (people + config.slice() - 1) / config.slice();
        var shortest = Duration.ofMinutes(1).multipliedBy(config.slice()).dividedBy(config.perMinute());
        var asked = draft.spread().dividedBy(Math.max(slices, 1));
        var interval = asked.compareTo(shortest) > 0 ? asked : shortest;
        var first = draft.hours().open(draft.startAt());
        var last = draft.hours().after(first, interval.multipliedBy(Math.max(slices - 1, 0)));
        return new BroadcastPreview(
                words,
                people,
                slices,
                first.atZone(Vietnam.ZONE).toOffsetDateTime(),
                last.atZone(Vietnam.ZONE).toOffsetDateTime());
    }

    Uni<Broadcast> create(BroadcastDraft draft) {
        return store.create(draft)
                .map(created -> created.orElseThrow(Broadcasts::repeated))
                .chain(this::one);
    }

    Uni<Broadcast> one(UUID id) {
        return store.one(id).map(found -> found.orElseThrow(Broadcasts::notFound));
    }

    Uni<Broadcast> pause(UUID id) {
        return change(id, store::pause);
    }

    Uni<Broadcast> resume(UUID id) {
        return change(id, store::resume);
    }

    Uni<Broadcast> stop(UUID id) {
        return change(id, store::stop);
    }

    private Uni<Broadcast> change(UUID id, Function<UUID, Uni<Boolean>> change) {
        return change.apply(id)
                .chain(changed -> one(id).invoke(now -> {
                    if (!changed) {
                        throw ended();
                    }
                }));
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.BROADCAST_NOT_FOUND,
                "Hãy xem danh sách tại GET /v1/admin/broadcasts.",
                "See the list at GET /v1/admin/broadcasts.");
    }

    private static ProblemException ended() {
        return ProblemException.of(
                ProblemType.BROADCAST_ENDED,
                "Thông báo này đã gửi xong hoặc đã dừng. Nếu cần, hãy tạo thông báo mới.",
                "Everybody was told, or it was stopped. If need be, make a new one.");
    }

    private static ProblemException repeated() {
        return ProblemException.of(
                ProblemType.BROADCAST_REPEATED,
                "Thông báo giống hệt đang được gửi. Hãy xem danh sách, hoặc đợi đến khi xong.",
                "The same announcement is under way. See the list, or wait until it has ended.");
    }
}
