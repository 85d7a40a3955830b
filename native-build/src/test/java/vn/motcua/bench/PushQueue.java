package vn.motcua.bench;

import java.sql.SQLException;
import vn.motcua.local.LocalPostgres;

/** An outbox that is filled before anybody may take from it. */
final class PushQueue {
    private static final String FILL = """
            with news as (
                select uuidv7() as id, md5('person ' || n %% %1$d)::uuid as person, 'crash-phone-' || n %% %1$d as phone,
                       format('H%%s-261126-%%s', n %% 34 + 10, n) as code, 'H' || n %% 34 + 10 as tenant
                from generate_series(1, ?) as n
            ), message as (
                insert into notification.message
                    (id, person_key, kind, dossier_code, template_version, variables, agency)
                select id, person, 'DOSSIER_STATUS', code, 1, '{"status": "x"}', tenant from news
            )
            insert into notification.outbox (message_id, installation_id, lane, tenant, order_key, next_attempt_at)
            select id, phone, 1, tenant, hashtextextended(phone || ' ' || code, 0), now() + interval '1 hour' from news
            """.formatted(PushNews.PEOPLE);

    private final LocalPostgres postgres;

    PushQueue(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    void fill(int messages) throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var insert = connection.prepareStatement(FILL);
                var analyze = connection.createStatement()) {
            insert.setInt(1, messages);
            insert.executeUpdate();
            analyze.execute("vacuum analyze notification.outbox");
        }
    }

    /** From now on they are due. */
    void release() throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var update = connection.createStatement()) {
            update.executeUpdate("update notification.outbox set next_attempt_at = now()");
            update.execute("select pg_notify('notification_outbox', '')");
        }
    }

    boolean isEmpty() throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var rows = connection.createStatement().executeQuery("select from notification.outbox limit 1")) {
            return !rows.next();
        }
    }
}
