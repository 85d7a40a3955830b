package vn.motcua.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.PersonalRecords;

/** Devices, preferences and inbox of a person: all of it may be seen, all of it may go. */
@ApplicationScoped
class OwnNotificationRecords implements PersonalRecords {
    /** The token that reaches a device is shown by its end only: who reads an export must not be able to use it. */
    private static final String EXPORT = """
            select jsonb_strip_nulls(jsonb_build_object(
                       'kind', 'device', 'installationId', installation_id, 'platform', platform, 'locale', locale,
                       'registeredAt', registered_at, 'lastContactAt', last_contact_at,
                       'fcmTokenEnd', right(fcm_token, 4)))::text as record
            from notification.device
            where person_key = $1
            union all
            select jsonb_strip_nulls(jsonb_build_object(
                       'kind', 'preferences', 'push', push, 'mutedKinds', muted_kinds, 'mutedAgencies', muted_agencies,
                       'quietFrom', quiet_from, 'quietTo', quiet_to, 'zone', zone, 'lockScreen', lock_screen,
                       'updatedAt', updated_at))::text
            from notification.preference
            where person_key = $1
            union all
            select jsonb_build_object('kind', 'followedProcedure', 'procedureCode', procedure_code, 'followedAt', followed_at)::text
            from notification.followed_procedure
            where person_key = $1
            union all
            (select jsonb_strip_nulls(jsonb_build_object(
                       'kind', 'notification', 'id', id, 'about', kind, 'dossierCode', dossier_code, 'announcement', broadcast_id,
                       'createdAt', created_at, 'readAt', read_at))::text
             from notification.message
             where person_key = $1
             order by created_at desc
             limit 10000)
            """;

    /** What refers to a message goes before it. */
    private static final List<String> REFERRING = List.of("""
            delete from notification.outbox o
            using notification.message m
            where m.id = o.message_id and m.person_key = $1
            """, """
            delete from notification.delivery d
            using notification.message m
            where m.id = d.message_id and m.person_key = $1
            """);

    private static final List<String> OWN = List.of(
            "delete from notification.message where person_key = $1",
            "delete from notification.device where person_key = $1",
            "delete from notification.followed_procedure where person_key = $1",
            "delete from notification.broadcast_recipient where person_key = $1",
            "delete from notification.preference where person_key = $1");

    private final Pool pool;

    OwnNotificationRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String part() {
        return "notifications";
    }

    @Override
    public Multi<Map<String, Object>> export(PersonKey person, Language language) {
        return pool.preparedQuery(EXPORT)
                .execute(Tuple.of(person.value()))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> new JsonObject(row.getString("record")).getMap());
    }

    @Override
    public Uni<Erasure> erase(PersonKey person) {
        return pool.withTransaction(tx ->
                run(tx, REFERRING, person).chain(() -> run(tx, OWN, person)).map(gone -> new Erasure(gone, null)));
    }

    /** How many rows these statements deleted. */
    private static Uni<Long> run(SqlConnection tx, List<String> statements, PersonKey person) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(sql -> tx.preparedQuery(sql).execute(Tuple.of(person.value())))
                .collect()
                .with(Collectors.summingLong(RowSet::rowCount));
    }
}
