package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.PersonKey;

/** SQL of the inbox. */
@ApplicationScoped
class InboxStore {
    record Message(
            UUID id,
            Notice.Kind kind,
            String dossierCode,
            Wording wording,
            Map<String, String> variables,
            OffsetDateTime createdAt,
            OffsetDateTime readAt) {}

    private static final String FIRST_PAGE = """
            select message.id, message.kind, dossier_code, message.template_version, message.created_at, read_at,
                   coalesce(broadcast.variables, '{}') || message.variables as variables,
                   template.title, template.body, template.lock_screen
            from notification.message
            left join notification.broadcast on broadcast.id = message.broadcast_id
            left join notification.template
                on template.kind = message.kind and template.version = message.template_version
            where person_key = $1
            order by message.created_at desc, message.id desc
            limit $2
            """;
    private static final String NEXT_PAGE = """
            select message.id, message.kind, dossier_code, message.template_version, message.created_at, read_at,
                   coalesce(broadcast.variables, '{}') || message.variables as variables,
                   template.title, template.body, template.lock_screen
            from notification.message
            left join notification.broadcast on broadcast.id = message.broadcast_id
            left join notification.template
                on template.kind = message.kind and template.version = message.template_version
            where person_key = $1 and (message.created_at, message.id) < ($3, $4)
            order by message.created_at desc, message.id desc
            limit $2
            """;
    private static final String UNREAD = """
            select count(*)::int as unread
            from notification.message
            where person_key = $1 and read_at is null
            """;
    private static final String ENTRY = """
            select message.id, message.kind, dossier_code, message.template_version, message.created_at, read_at,
                   coalesce(broadcast.variables, '{}') || message.variables as variables,
                   template.title, template.body, template.lock_screen
            from notification.message
            left join notification.broadcast on broadcast.id = message.broadcast_id
            left join notification.template
                on template.kind = message.kind and template.version = message.template_version
            where message.id = $1 and person_key = $2
            """;
    private static final String MARK_READ = """
            update notification.message
            set read_at = coalesce(read_at, now())
            where id = $1 and person_key = $2
            """;

    private final Pool pool;

    InboxStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Message>> page(PersonKey reader, Optional<InboxPlace> after, int limit) {
        var rows = after.isEmpty()
                ? pool.preparedQuery(FIRST_PAGE).execute(Tuple.of(reader.value(), limit))
                : pool.preparedQuery(NEXT_PAGE)
                        .execute(Tuple.of(
                                reader.value(),
                                limit,
                                after.get().createdAt(),
                                after.get().id()));
        return rows.map(InboxStore::messages);
    }

    Uni<Integer> unread(PersonKey reader) {
        return pool.preparedQuery(UNREAD)
                .execute(Tuple.of(reader.value()))
                .map(rows -> rows.iterator().next().getInteger("unread"));
    }

    Uni<Optional<Message>> entry(PersonKey reader, UUID id) {
        return pool.preparedQuery(ENTRY)
                .execute(Tuple.of(id, reader.value()))
                .map(rows -> messages(rows).stream().findFirst());
    }

    /** Whether there is such an entry. */
    Uni<Boolean> markRead(PersonKey reader, UUID id) {
        return pool.preparedQuery(MARK_READ)
                .execute(Tuple.of(id, reader.value()))
                .map(rows -> rows.rowCount() == 1);
    }

    private static List<Message> messages(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(InboxStore::message)
                .toList();
    }

    private static Message message(Row row) {
        return new Message(
                row.getUUID("id"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("dossier_code"),
                wording(row),
                variables(row),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("read_at"));
    }

    /** The words of the version that the message was written with: published, or shipped with the program. */
    static Wording wording(Row row) {
        return TemplateStore.wording(row).orElseGet(() -> {
            var kind = Notice.Kind.valueOf(row.getString("kind"));
            int version = row.getInteger("template_version");
            return Templates.shipped(kind, version)
                    .orElseThrow(() -> new IllegalStateException("no template " + kind + " version " + version));
        });
    }

    /** With the dossier's code, where it is about one; those of an announcement are kept once for all its readers. */
    static Map<String, String> variables(Row row) {
        var variables = new HashMap<String, String>();
        row.get(JsonObject.class, "variables").forEach(v -> variables.put(v.getKey(), String.valueOf(v.getValue())));
        var dossierCode = row.getString("dossier_code");
        if (dossierCode != null) {
            variables.put("dossierCode", dossierCode);
        }
        return Map.copyOf(variables);
    }
}
