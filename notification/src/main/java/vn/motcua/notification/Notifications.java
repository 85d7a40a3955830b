package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What other features may do: tell people something, inside their own transaction. */
@ApplicationScoped
public class Notifications {
    // A device that was silent for long most likely has another owner or no app any more; the inbox still has the
    // message.
    // The order of the notices is the order of their pushes.
    // The bell rings on commit only, and only when there is something to send.
    private static final String TELL = """
            with notice as (
                select *
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[])
                    with ordinality
                    as notice (id, person_key, kind, dossier_code, template_version, variables, tenant, lane, place)
            ), message as (
                insert into notification.message
                    (id, person_key, kind, dossier_code, template_version, variables, agency)
                select id, person_key, kind, dossier_code,
                       coalesce(
                           (select max(version) from notification.template where template.kind = notice.kind),
                           template_version),
                       variables::jsonb, tenant
                from notice
            ), queued as (
                insert into notification.outbox (message_id, installation_id, lane, tenant, order_key)
                select notice.id, device.installation_id, notice.lane, notice.tenant,
                       hashtextextended(device.installation_id || ' ' || notice.dossier_code, 0)
                from notice
                join notification.device on device.person_key = notice.person_key
                left join notification.preference on preference.person_key = notice.person_key
                where device.last_contact_at > now() - $9 * interval '1 second'
                    and notification.wants_push(preference, notice.kind, notice.tenant)
                order by notice.place
                returning 1
            )
            select case when exists (select from queued) then pg_notify('notification_outbox', '') end
            """;

    private final long staleAfter;

    Notifications(NotificationConfig config) {
        this.staleAfter = config.staleDevicesAfter().toSeconds();
    }

    /** Writes inbox entries and outbox rows in the caller's transaction: told if and only if the cause is committed. */
    public Uni<Void> tell(SqlConnection transaction, List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(TELL)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                notices.stream().map(n -> TimeOrderedId.next()).toArray(UUID[]::new))
                        .addArrayOfUUID(
                                notices.stream().map(n -> n.recipient().value()).toArray(UUID[]::new))
                        .addArrayOfString(
                                notices.stream().map(n -> n.kind().name()).toArray(String[]::new))
                        .addArrayOfString(
                                notices.stream().map(Notice::dossierCode).toArray(String[]::new))
                        .addArrayOfInteger(notices.stream()
                                .map(n -> Templates.current(n.kind()))
                                .toArray(Integer[]::new))
                        .addArrayOfString(
                                notices.stream().map(n -> asJson(n).encode()).toArray(String[]::new))
                        .addArrayOfString(notices.stream().map(Notice::agency).toArray(String[]::new))
                        .addArrayOfInteger(
                                notices.stream().map(n -> n.lane().ordinal()).toArray(Integer[]::new))
                        .addLong(staleAfter))
                .replaceWithVoid();
    }

    private static JsonObject asJson(Notice notice) {
        var json = new JsonObject();
        notice.variables().forEach(json::put);
        return json;
    }
}
