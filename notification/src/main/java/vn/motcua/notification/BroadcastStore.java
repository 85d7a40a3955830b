package vn.motcua.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.Vietnam;

/** SQL of announcements as administrators see them: made, looked at, paused, resumed, stopped. */
@ApplicationScoped
class BroadcastStore {
    private static final String COLUMNS = """
            broadcast.id, broadcast.kind, audience, audience_code, state, paused_at, start_at, hours_from, hours_to,
            recipients, slices, released, told, queued, next_slice_at, created_by, broadcast.created_at, ended_at,
            broadcast.template_version, broadcast.variables, next_slice_at > now() as later,
            template.title, template.body, template.lock_screen,
            (
                select count(*)::int
                from notification.outbox
                join notification.message on message.id = outbox.message_id
                where outbox.lane in (3, 4) and message.broadcast_id = broadcast.id
            ) as waiting
            """;
    private static final String FROM = """
            from notification.broadcast
            left join notification.template
                on template.kind = broadcast.kind and template.version = broadcast.template_version
            """;
    // The same words to the same people are not announced twice at once: a second click must not ring everybody again.
    private static final String CREATE = """
            insert into notification.broadcast
                (id, kind, template_version, variables, subject, agency, audience, audience_code, fingerprint, start_at,
                 hours_from, hours_to, spread_seconds, state, next_slice_at, created_by, tell_by)
            select $1, $2, coalesce((select max(version) from notification.template where kind = $2), $3),
                   $4::text::jsonb, $1::text, $5, $6, $7,
                   sha256(convert_to(concat_ws(' ', $6, $7, $4::text::jsonb::text), 'UTF8')), $8, $9, $10, $11,
                   'PLANNING', $8, $12, $13
            on conflict (fingerprint) where state in ('PLANNING', 'RUNNING') do nothing
            returning id
            """;
    private static final String ONE = "select " + COLUMNS + FROM + "where broadcast.id = $1";
    private static final String LIST = "select " + COLUMNS + FROM + """
            where $1::timestamptz is null or (broadcast.created_at, broadcast.id) < ($1, $2::uuid)
            order by broadcast.created_at desc, broadcast.id desc
            limit $3
            """;
    private static final String PAUSE = """
            update notification.broadcast
            set paused_at = coalesce(paused_at, now())
            where id = $1 and state in ('PLANNING', 'RUNNING')
            """;
    // It goes on where it stood; what fell into the pause is not made up for at once.
    private static final String RESUME = """
            update notification.broadcast
            set paused_at = null, next_slice_at = greatest(next_slice_at, now())
            where id = $1 and state in ('PLANNING', 'RUNNING')
            """;
    private static final String REST = """
            select greatest(next_slice_at, now()) as next, slices - released as slices, interval_millis, hours_from, hours_to,
                   tell_by
            from notification.broadcast
            where id = $1 and state in ('PLANNING', 'RUNNING') and paused_at is not null and tell_by is not null
            """;
    private static final String STOP = """
            update notification.broadcast
            set state = 'STOPPED', paused_at = null, ended_at = now()
            where id = $1 and state in ('PLANNING', 'RUNNING')
            """;
    // Nobody claims from lane 4. What a replica holds is moved, too: it may come back unsent. What is claimed or
    // completed at this moment goes on.
    private static final String HOLD = """
            update notification.outbox
            set lane = 4
            where id in (
                select outbox.id
                from notification.outbox
                join notification.message on message.id = outbox.message_id
                where lane = 3 and broadcast_id = $1
                for update of outbox skip locked)
            """;
    // The pause does not make them old.
    private static final String LET_GO = """
            update notification.outbox
            set lane = 3, counts_from = greatest(counts_from, now())
            from notification.message
            where lane = 4 and message.id = outbox.message_id and broadcast_id = $1
            """;
    private static final String FORGET_RECIPIENTS =
            "delete from notification.broadcast_recipient where broadcast_id = $1";
    private static final String FORGET_PUSHES = """
            delete from notification.outbox
            using notification.message
            where lane in (3, 4) and claim_id is null and message.id = outbox.message_id and broadcast_id = $1
            """;

    /** What is left of a paused announcement that has to be told in time, if it is resumed now. */
    record Rest(Instant next, int slices, Duration interval, BroadcastHours hours, LocalDate tellBy) {
        boolean isTooLate() {
            var last = hours.after(next, interval.multipliedBy(Math.max(slices - 1, 0)));
            return last.atZone(Vietnam.ZONE).toLocalDate().isAfter(tellBy);
        }
    }

    private final Pool pool;

    BroadcastStore(Pool pool) {
        this.pool = pool;
    }

    /** Nothing when the same is being announced already. */
    Uni<Optional<UUID>> create(BroadcastDraft draft) {
        return pool.preparedQuery(CREATE)
                .execute(Tuple.tuple()
                        .addUUID(TimeOrderedId.next())
                        .addString(Notice.Kind.ANNOUNCEMENT.name())
                        .addInteger(Templates.current(Notice.Kind.ANNOUNCEMENT))
                        .addString(new JsonObject(new HashMap<>(draft.variables())).encode())
                        .addString(draft.agency())
                        .addString(draft.audience().kind().name())
                        .addString(draft.audience().code())
                        .addOffsetDateTime(draft.startAt().atOffset(ZoneOffset.UTC))
                        .addLocalTime(draft.hours().from())
                        .addLocalTime(draft.hours().to())
                        .addInteger((int) draft.spread().toSeconds())
                        .addString(draft.author())
                        .addLocalDate(draft.tellBy().orElse(null)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .findFirst());
    }

    Uni<Optional<Broadcast>> one(UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> broadcasts(rows).stream().findFirst());
    }

    /** Newest first. */
    Uni<List<Broadcast>> list(Optional<InboxPlace> after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(
                        after.map(InboxPlace::createdAt).orElse(null),
                        after.map(InboxPlace::id).orElse(null),
                        limit))
                .map(BroadcastStore::broadcasts);
    }

    /** Nobody more is told nor pushed to for now. Whether it was under way. */
    Uni<Boolean> pause(UUID id) {
        return change(id, PAUSE, HOLD);
    }

    /** Nothing when it is not paused, or need not be told in time. */
    Uni<Optional<Rest>> rest(UUID id) {
        return pool.preparedQuery(REST)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Rest(
                                row.getOffsetDateTime("next").toInstant(),
                                row.getInteger("slices"),
                                Duration.ofMillis(row.getLong("interval_millis")),
                                new BroadcastHours(row.getLocalTime("hours_from"), row.getLocalTime("hours_to")),
                                row.getLocalDate("tell_by")))
                        .findFirst());
    }

    Uni<Boolean> resume(UUID id) {
        return change(id, RESUME, LET_GO);
    }

    /** Nobody more is told, and what is not on its way is not pushed any more. */
    Uni<Boolean> stop(UUID id) {
        return change(id, STOP, FORGET_RECIPIENTS, FORGET_PUSHES, LET_GO);
    }

    /** The first statement locks the announcement, so that changes of one and its slices come one after the other. */
    private Uni<Boolean> change(UUID id, String change, String... consequences) {
        return pool.withTransaction(tx -> tx.preparedQuery(change)
                .execute(Tuple.of(id))
                .chain(changed -> changed.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : Multi.createFrom()
                                .items(consequences)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        sql -> tx.preparedQuery(sql).execute(Tuple.of(id)))
                                .onItem()
                                .ignoreAsUni()
                                .replaceWith(true)));
    }

    private static List<Broadcast> broadcasts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BroadcastStore::broadcast)
                .toList();
    }

    private static Broadcast broadcast(Row row) {
        var kind = Notice.Kind.valueOf(row.getString("kind"));
        var state = state(row);
        boolean goesOn = state == Broadcast.State.RUNNING || state == Broadcast.State.SCHEDULED;
        return new Broadcast(
                row.getUUID("id"),
                kind,
                new BroadcastInput.Audience(
                        BroadcastInput.Audience.Kind.valueOf(row.getString("audience")),
                        row.getString("audience_code")),
                state,
                TemplatePreview.of(kind, InboxStore.wording(row), variables(row)),
                Vietnam.time(row.getOffsetDateTime("start_at")),
                new BroadcastInput.Hours(
                        row.getLocalTime("hours_from").toString(),
                        row.getLocalTime("hours_to").toString()),
                new Broadcast.Progress(
                        row.getInteger("recipients"),
                        row.getInteger("slices"),
                        row.getInteger("released"),
                        row.getInteger("told"),
                        row.getInteger("queued"),
                        row.getInteger("waiting")),
                goesOn ? Vietnam.time(row.getOffsetDateTime("next_slice_at")) : null,
                row.getString("created_by"),
                Vietnam.time(row.getOffsetDateTime("created_at")),
                ended(row));
    }

    private static OffsetDateTime ended(Row row) {
        var ended = row.getOffsetDateTime("ended_at");
        return ended == null ? null : Vietnam.time(ended);
    }

    private static Broadcast.State state(Row row) {
        var stored = Broadcast.State.valueOf(row.getString("state"));
        return switch (stored) {
            case PLANNING -> row.getOffsetDateTime("paused_at") == null ? stored : Broadcast.State.PAUSED;
            case RUNNING -> {
                if (row.getOffsetDateTime("paused_at") != null) {
                    yield Broadcast.State.PAUSED;
                }
                yield row.getInteger("released") == 0 && row.getBoolean("later") ? Broadcast.State.SCHEDULED : stored;
            }
            case STOPPED, DONE, SCHEDULED, PAUSED -> stored;
        };
    }

    private static Map<String, String> variables(Row row) {
        var variables = new HashMap<String, String>();
        row.get(JsonObject.class, "variables").forEach(v -> variables.put(v.getKey(), String.valueOf(v.getValue())));
        return Map.copyOf(variables);
    }
}
