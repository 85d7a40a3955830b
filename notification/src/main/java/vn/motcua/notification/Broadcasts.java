package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Vietnam;

/** What administrators do with announcements. */
@ApplicationScoped
class Broadcasts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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

    /** In how many steps, and when the first and the last people are told. */
    private record Plan(int people, int slices, Instant first, Instant last) {}

    Uni<BroadcastPreview> preview(BroadcastDraft draft) {
        return templates
                .current()
                .map(all -> words(all, draft))
                .chain(words -> plan(draft)
                        .map(plan -> new BroadcastPreview(
                                words,
                                plan.people(),
                                plan.slices(),
                                plan.first().atZone(Vietnam.ZONE).toOffsetDateTime(),
                                plan.last().atZone(Vietnam.ZONE).toOffsetDateTime())));
    }

    private static TemplatePreview words(java.util.List<Template> templates, BroadcastDraft draft) {
        return templates.stream()
                .filter(one -> one.kind() == Notice.Kind.ANNOUNCEMENT)
                .map(one -> new Wording(one.title(), one.body(), Optional.ofNullable(one.lockScreen())))
                .map(wording -> TemplatePreview.of(Notice.Kind.ANNOUNCEMENT, wording, draft.variables()))
                .findFirst()
                .orElseThrow();
    }

    /** With the people there are now; refused when the last of them would be told too late. */
    private Uni<Plan> plan(BroadcastDraft draft) {
        return plans.count(draft.audience()).map(people -> plan(draft, people)).invoke(plan -> {
            var last = plan.last().atZone(Vietnam.ZONE).toLocalDate();
            if (draft.tellBy().filter(last::isAfter).isPresent()) {
                throw tooLong(last, draft.tellBy().get());
            }
        });
    }

    private Plan plan(BroadcastDraft draft, int people) {
        int slices = (people + config.slice() - 1) / config.slice();
        var shortest = Duration.ofMinutes(1).multipliedBy(config.slice()).dividedBy(config.perMinute());
        var asked = draft.spread().dividedBy(Math.max(slices, 1));
        var interval = asked.compareTo(shortest) > 0 ? asked : shortest;
        var first = draft.hours().open(draft.startAt());
        return new Plan(
                people, slices, first, draft.hours().after(first, interval.multipliedBy(Math.max(slices - 1, 0))));
    }

    Uni<Broadcast> create(BroadcastDraft draft) {
        var inTime = draft.tellBy().isEmpty()
                ? Uni.createFrom().voidItem()
                : plan(draft).replaceWithVoid();
        return inTime.chain(() -> store.create(draft))
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
        return store.rest(id)
                .invoke(rest -> {
                    if (rest.filter(BroadcastStore.Rest::isTooLate).isPresent()) {
                        throw tooLate(rest.get().tellBy());
                    }
                })
                .chain(() -> change(id, store::resume));
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

    private static ProblemException tooLong(LocalDate last, LocalDate latest) {
        return ProblemException.invalid(
                "/spreadMinutes",
                "Người cuối cùng được báo ngày %s, muộn nhất phải là ngày %s. Hãy gửi nhanh hơn hoặc bắt đầu sớm hơn."
                        .formatted(last.format(DAY), latest.format(DAY)),
                "The last people would be told on %s; at the latest it has to be on %s. Spread it less, or begin earlier."
                        .formatted(last.format(DAY), latest.format(DAY)));
    }

    private static ProblemException tooLate(LocalDate latest) {
        return ProblemException.of(
                ProblemType.BROADCAST_TOO_LATE,
                "Mọi người phải được báo muộn nhất ngày %s. Hãy dừng thông báo này và chọn ngày tạm dừng muộn hơn."
                        .formatted(latest.format(DAY)),
                "All have to be told by %s. Stop this announcement, and choose a later day for the pause of service."
                        .formatted(latest.format(DAY)));
    }

    private static ProblemException repeated() {
        return ProblemException.of(
                ProblemType.BROADCAST_REPEATED,
                "Thông báo giống hệt đang được gửi. Hãy xem danh sách, hoặc đợi đến khi xong.",
                "The same announcement is under way. See the list, or wait until it has ended.");
    }
}
