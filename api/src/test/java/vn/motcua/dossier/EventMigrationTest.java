package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalPostgres;
import vn.motcua.openapi.LocalParts;

/** Events that were taken before there were partitions go on in theirs. Everything is done aside, and undone. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class EventMigrationTest {
    private static final String OLD = """
            insert into dossier.event (source, event_id, dossier_code, status, occurred_at, payload, proofs, content_hash)
            select 'old-system', 'e' || i, code, 2, now(), '{"channel": "ONLINE"}', '', sha256((code || i)::bytea)
            from unnest(array['H44.07-261008-0001', 'H44.07-261008-0001', 'H44.07-20260101-0000001',
                              '000.00.01.H01-200304-0001', 'H44.07-19991231-0001']) with ordinality as c (code, i)
            """;

    @Test
    void storedEventsAndTheirIdsAreTakenAlong() throws SQLException, IOException {
        try (var connection = LocalParts.postgres().connectAsOwner()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("alter schema dossier rename to dossier_aside");
                statement.execute(migration("V0400__dossier.sql"));
                statement.execute(OLD);
                statement.execute(migration("V0410__event_by_month.sql"));

                assertEquals("5", text(statement, "select count(*) from dossier.event"));
                assertEquals(
                        "dossier.event_202003,dossier.event_202601,dossier.event_202610,dossier.event_undated",
                        text(
                                statement,
                                "select string_agg(distinct tableoid::regclass::text, ',') from dossier.event"));
                assertEquals("5", text(statement, "select count(*) from dossier.event_key"));
                assertEquals(EventKey.ofId("old-system", "e3").toString(), text(statement, """
                                select k.id from dossier.event_key k join dossier.event e
                                on k.content = encode(substring(e.content_hash for 16), 'hex')::uuid
                                where e.event_id = 'e3'"""));
                assertEquals(
                        "t", text(statement, "select nextval('dossier.event_number') > max(id) from dossier.event"));
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void keyOfTheContentIsTheFirstHalfOfItsHash() {
        var hash = HexFormat.of().parseHex("00112233445566778899aabbccddeeff" + "0".repeat(32));
        assertEquals(
                "00112233-4455-6677-8899-aabbccddeeff", EventKey.ofContent(hash).toString());
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String migration(String file) throws IOException {
        try (var in = EventMigrationTest.class.getResourceAsStream("/db/migration/dossier/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${appRole}", LocalPostgres.APP);
        }
    }
}
