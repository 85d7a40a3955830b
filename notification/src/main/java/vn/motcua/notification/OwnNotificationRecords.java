package vn.motcua.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
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
            (select jsonb_strip_nulls(jsonb_build_object(
                       'kind', 'notification', 'id', id, 'about', kind, 'dossierCode', dossier_code,
                       'createdAt', created_at, 'readAt', read_at))::text
             from notification.message
             where person_key = $1
             order by created_at desc
             limit 10000)
            """;

    private static final String FORGET = "select notification.forget_person($1) as forgotten";

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
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(person.value()))
                .map(rows -> new Erasure(rows.iterator().next().getLong("forgotten"), null));
    }
}
