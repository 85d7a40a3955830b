package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;
import vn.motcua.satisfaction.LedgerChecker.Kind;

/** Whoever changes a table by hand is found by the audit, even with every trigger switched off. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LedgerTamperTest {
    @Inject
    Desk desk;

    @Inject
    LedgerAudit audit;

    @Inject
    Pool pool;

    @Test
    void nothingIsFoundWhereNothingWasDone() {
        rated();
        assertEquals(List.of(), audit.run().await().indefinitely().findings());
    }

    @Test
    void aChangedRemovedAddedOrMovedRatingIsFound() throws Exception {
        var agency = rated();
        var one = "(select id from satisfaction.rating where agency = '%s' limit 1)".formatted(agency);
        finds(Set.of(Kind.RATING_TABLE), "rating", "delete from satisfaction.rating where id = " + one);
        finds(
                Set.of(Kind.RATING_TABLE, Kind.SUMS),
                "rating",
                "update satisfaction.rating set answers[6] = 5 where id = " + one);
        finds(
                Set.of(Kind.RATING_TABLE),
                "rating",
                "update satisfaction.rating set month = month - interval '1 month' where id = " + one);
        finds(
                Set.of(Kind.RATING_TABLE),
                "rating",
                "update satisfaction.rating set outcome = 'REFUSED' where agency = '%s'".formatted(agency));
        finds(Set.of(Kind.RATING_TABLE, Kind.SUMS), "rating", """
                insert into satisfaction.rating
                    (questionnaire, version, agency, month, field, procedure, outcome, channel, answers)
                select questionnaire, version, agency, month, field, procedure, outcome, channel, answers
                from satisfaction.rating where id = %s""".formatted(one));
        finds(Set.of(Kind.RATING_TABLE), "rating", """
                insert into satisfaction.rating
                    (questionnaire, version, agency, month, field, procedure, outcome, channel, answers, batch)
                select questionnaire, version, agency, month, field, procedure, outcome, channel, answers, batch
                from satisfaction.rating where id = %s""".formatted(one));
    }

    @Test
    void aChangedRemovedAddedOrBackDatedAtomIsFound() throws Exception {
        var agency = rated();
        finds(
                Set.of(Kind.ATOM_TABLE, Kind.SUMS, Kind.BOARD),
                "atom",
                "update satisfaction.atom set level5 = level5 + 3 where agency = '%s' and item = 'OVERALL'"
                        .formatted(agency));
        finds(
                Set.of(Kind.ATOM_TABLE),
                "atom",
                "update satisfaction.atom set published_on = published_on - 30 where agency = '%s'".formatted(agency));
        finds(
                Set.of(Kind.ATOM_TABLE),
                "atom",
                "update satisfaction.atom set month = month - interval '1 year' where agency = '%s'".formatted(agency));
        finds(
                Set.of(Kind.ATOM_TABLE),
                "atom",
                "delete from satisfaction.atom where id = (select max(id) from satisfaction.atom)");
        finds(Set.of(Kind.ATOM_TABLE), "atom", """
                insert into satisfaction.atom
                select id + 1, published_on, questionnaire, version, agency, month, field, procedure, outcome, channel, item,
                    level1, level2, level3, level4, level5, both_satisfied, overall_only
                from satisfaction.atom order by id desc limit 1""");
        finds(
                Set.of(Kind.SUMS, Kind.BOARD),
                "atom",
                "update satisfaction.atom set both_satisfied = both_satisfied - 1 where agency = '%s' and item = 'ACCESS'"
                        .formatted(agency));
    }

    @Test
    void changedSumsAreFound() throws Exception {
        var agency = rated();
        finds(
                Set.of(Kind.BOARD),
                "board",
                "update satisfaction.board set level5 = level5 + 1 where agency = '%s' and dimension = 'TOTAL'"
                        .formatted(agency));
        assertTrue(Database.count("waiting where agency = ?", agency) > 0, "some answers wait");
        finds(
                Set.of(Kind.SUMS),
                "waiting",
                "update satisfaction.waiting set level1 = level1 + 1 where agency = '%s'".formatted(agency));
        finds(Set.of(Kind.SUMS), "waiting", "delete from satisfaction.waiting where agency = '%s'".formatted(agency));
    }

    @Test
    void aChangedOrRemovedLeafHashHeadOrSaltIsFound() throws Exception {
        rated();
        var last = "(select max(index) from satisfaction.ledger_leaf where type = 'RATING')";
        finds(
                Set.of(Kind.ROOT, Kind.NODE),
                "ledger_leaf",
                "update satisfaction.ledger_leaf set leaf = replace(leaf, '\"id\"', '\"ID\"') where index = " + last);
        finds(
                Set.of(Kind.STRUCTURE),
                "ledger_leaf",
                "update satisfaction.ledger_leaf set leaf = '??' where index = " + last);
        finds(Set.of(Kind.ROOT), "ledger_leaf", "delete from satisfaction.ledger_leaf where index = " + last);
        finds(
                Set.of(Kind.MISSING_LEAF),
                "ledger_leaf",
                "delete from satisfaction.ledger_leaf where index = (select max(index) from satisfaction.ledger_leaf)");
        finds(
                Set.of(Kind.NODE),
                "ledger_node",
                "update satisfaction.ledger_node set hash = sha256(hash) where level = 1 and index = 0");
        finds(Set.of(Kind.NODE), "ledger_node", "delete from satisfaction.ledger_node where level = 0 and index = 1");
        var newest = " where number = (select max(number) from satisfaction.ledger_head)";
        finds(
                Set.of(Kind.SIGNATURE, Kind.ROOT),
                "ledger_head",
                "update satisfaction.ledger_head set size = size - 1" + newest);
        finds(
                Set.of(Kind.SIGNATURE),
                "ledger_head",
                "update satisfaction.ledger_head set signed_at = signed_at + interval '1 second'" + newest);
        finds(
                Set.of(Kind.RATING_TABLE),
                "ledger_batch",
                "update satisfaction.ledger_batch set salt = sha256(salt) where batch = (select max(batch) from satisfaction.ledger_batch)");
    }

    /** A forger who repairs every hash has another tree, and does not have the key. */
    @Test
    void aCarefulForgerIsFoundByTheSignedHeads() throws Exception {
        rated();
        var row = Database.rows(
                        "select index, leaf from satisfaction.ledger_leaf where type = 'BATCH' and ? <> '' order by index desc limit 1",
                        "x")
                .getFirst();
        var forged = row.getLast().replace("\"field\":\"F.HOTICH\"", "\"field\":\"F.DATDAI\"");
        Tampering.with(
                List.of("ledger_leaf", "ledger_node"),
                Tampering.rewrite(Long.parseLong(row.getFirst()), forged),
                () -> {
                    var found = kinds();
                    assertTrue(found.contains(Kind.ROOT), found.toString());
                    assertTrue(!found.contains(Kind.NODE), "the hashes are repaired: " + found);
                });
    }

    @Test
    void theDatabaseRefusesEverybodyWhileItsTriggersAreOn() throws SQLException {
        rated();
        audit.daily(Vietnam.today()).await().indefinitely();
        for (var table : List.of(
                "ledger_leaf", "ledger_node", "ledger_head", "ledger_batch", "ledger_audit", "atom", "rating")) {
            for (var sql : List.of("delete from satisfaction." + table, "truncate satisfaction." + table)) {
                var refused = assertThrows(SQLException.class, () -> asOwner(sql), sql);
                assertEquals("23000", refused.getSQLState(), sql);
            }
            var asService = assertThrows(
                    PgException.class,
                    () -> pool.query("delete from satisfaction." + table)
                            .execute()
                            .await()
                            .indefinitely());
            assertEquals("42501", asService.getSqlState(), table);
        }
        assertEquals(
                "23000",
                asService("insert into satisfaction.ledger_leaf (index, type, leaf) values (0, 'ATOM', '{}')"));
        assertEquals("23000", asService("""
                insert into satisfaction.ledger_head (size, root, signed_at, key_id, signature)
                select size, root, signed_at - interval '1 day', key_id, signature from satisfaction.ledger_head limit 1"""));
    }

    @Test
    void theAuditIsDoneOnceADay() throws SQLException {
        rated();
        var day = Vietnam.today().plusYears(1);
        for (int replica = 0; replica < 3; replica++) {
            audit.daily(day).await().indefinitely();
        }
        var done = Database.rows(
                "select size, findings from satisfaction.ledger_audit where day = ?::date", day.toString());
        assertEquals(1, done.size());
        assertEquals("0", done.getFirst().getLast());
        assertTrue(Long.parseLong(done.getFirst().getFirst()) > 0);
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String asService(String sql) {
        return assertThrows(
                        PgException.class,
                        () -> pool.query(sql).execute().await().indefinitely())
                .getSqlState();
    }

    /** Twelve ratings, three of them without an answer to one question: some answers wait. The ledger is signed. */
    private String rated() {
        var agency = Desk.newAgency();
        var answers = new EnumMap<>(Desk.all(4));
        desk.lay(Desk.dossiers(agency, 6), answers);
        answers.put(Factor.ACCESS, 2);
        desk.lay(Desk.dossiers(agency, 3), answers);
        desk.lay(Desk.dossiers(agency, 3), Map.of(Factor.OVERALL, 1, Factor.ACCESS, 1));
        desk.mix();
        desk.sign();
        return agency;
    }

    private void finds(Set<Kind> expected, String table, String sql) throws Exception {
        Tampering.with(List.of(table), List.of(sql), () -> {
            var found = kinds();
            assertTrue(found.containsAll(expected), sql + " found " + found);
        });
    }

    private Set<Kind> kinds() {
        var kinds = EnumSet.noneOf(Kind.class);
        audit.run().await().indefinitely().findings().forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }
}
