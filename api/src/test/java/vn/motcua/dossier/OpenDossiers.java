package vn.motcua.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.LocalParts;

/** Puts dossiers into the database as a fold would leave them, in years that no other test counts in. */
final class OpenDossiers {
    private OpenDossiers() {}

    /** {@code count} dossiers of one agency, received at one moment, due by a limit in working days. */
    static void receive(String agency, int count, OffsetDateTime received, int workingDays) throws SQLException {
        execute("""
                insert into dossier.dossier (code, status, last_event_at, procedure_code, limit_value, limit_unit,
                    received_at, clock_state, agency_competent, person_key, timeline)
                select '%1$s-410101-' || to_char(n, 'FM0000000'), 2, '%3$s', '1.001193', %4$d, 'WORKING_DAY', '%3$s',
                       'RUNNING', '%1$s', md5('%1$s' || n)::uuid,
                       jsonb_build_array(jsonb_build_object('status', 2, 'at', '%3$s'))
                from generate_series(1, %2$d) n
                """.formatted(agency, count, received, workingDays));
    }

    static String code(String agency, int number) {
        return "%s-410101-%07d".formatted(agency, number);
    }

    static void set(String code, String assignments) throws SQLException {
        execute("update dossier.dossier set " + assignments + " where code = '" + code + "'");
    }

    static void forget(String agency) throws SQLException {
        execute("delete from dossier.deadline_event where dossier_code like '" + agency + "-%'");
        execute("delete from dossier.dossier where code like '" + agency + "-%'");
        execute("delete from notification.message where dossier_code like '" + agency + "-%'");
    }

    static OffsetDateTime due(String code) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select due_at from dossier.dossier where code = '" + code + "'")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        }
    }

    /** The kinds of messages about a dossier, in order. */
    static List<String> told(String code) throws SQLException {
        return texts("select kind from notification.message where dossier_code = '" + code + "' order by id");
    }

    static List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The first applicant of this agency has a phone from now on. */
    static void phone(String agency) throws SQLException {
        execute("""
                insert into notification.device
                    (installation_id, person_key, fcm_token, platform, locale, registered_at, last_contact_at)
                values ('phone-%2$s', md5('%1$s1')::uuid, 'phone-%2$s', 'ANDROID', 'VI', now(), now())
                """.formatted(agency, agency.replace('.', '-')));
    }

    static void forgetPhone(String agency) throws SQLException {
        var phone = "phone-" + agency.replace('.', '-');
        execute("delete from notification.outbox where installation_id = '" + phone + "'");
        execute("delete from notification.device where installation_id = '" + phone + "'");
    }

    static int count(String from) throws SQLException {
        return Integer.parseInt(texts("select count(*) " + from).getFirst());
    }

    static void execute(String statement) throws SQLException {
        try (Connection connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
