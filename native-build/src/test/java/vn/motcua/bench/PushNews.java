package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.local.LocalPostgres;

/** Writes news as the service does: inbox entry and outbox row in one transaction. Only what was committed counts. */
public final class PushNews implements Runnable {
    static final int PEOPLE = 1_000;

    private static final int AT_ONCE = 200;
    private static final String DEVICES = """
            insert into notification.device
                (installation_id, person_key, fcm_token, platform, locale, registered_at, last_contact_at)
            select 'crash-phone-' || n, md5('person ' || n)::uuid, 'phone-' || n, 'ANDROID', 'VI', now(), now()
            from generate_series(0, ?) as n
            """;
    // The ids follow from the numbers: a transaction whose end was not learnt is written again without doubling
    // anything.
    private static final String NEWS = """
            with news as (
                select md5('message ' || n)::uuid as id, md5('person ' || n %% %1$d)::uuid as person,
                       'crash-phone-' || n %% %1$d as phone, format('H%%s-261126-%%s', n %% 34 + 10, n) as code,
                       'H' || n %% 34 + 10 as tenant
                from generate_series(?, ?) as n
            ), message as (
                insert into notification.message
                    (id, person_key, kind, dossier_code, template_version, variables, agency)
                select id, person, 'DOSSIER_STATUS', code, 1, '{"status": "x"}', tenant from news
                on conflict do nothing
                returning id
            )
            insert into notification.outbox (message_id, installation_id, lane, tenant, order_key)
            select news.id, phone, 1, tenant, hashtextextended(phone || ' ' || code, 0)
            from news join message on message.id = news.id
            """.formatted(PEOPLE);

    private final LocalPostgres postgres;
    private final int messages;
    private final AtomicLong committed = new AtomicLong();

    /** So many messages, for phones that were registered. */
    public PushNews(LocalPostgres postgres, int messages) {
        this.postgres = postgres;
        this.messages = messages;
    }

    /** How many are in the outbox or were; what the database did not acknowledge is not counted. */
    public long committed() {
        return committed.get();
    }

    /** A thousand people with a phone each. */
    public static void registerPhones(LocalPostgres postgres) throws SQLException {
        try (var connection = postgres.connectAsOwner();
                var insert = connection.prepareStatement(DEVICES)) {
            insert.setInt(1, PEOPLE - 1);
            insert.executeUpdate();
        }
    }

    @Override
    public void run() {
        while (committed.get() < messages) {
            try (var connection = postgres.connectAsOwner()) {
                write(connection);
            } catch (SQLException databaseIsAway) {
                pause(200);
            }
        }
    }

    private void write(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(NEWS);
                var ring = connection.prepareStatement("select pg_notify('notification_outbox', '')")) {
            while (committed.get() < messages) {
                int first = (int) committed.get();
                int last = Math.min(messages, first + AT_ONCE) - 1;
                insert.setInt(1, first);
                insert.setInt(2, last);
                insert.executeUpdate();
                committed.set(last + 1);
                ring.execute();
                // News keeps coming while things break, but no faster than it can be sent.
                pause(40);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
