package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** SQL that reads dossiers for showing. */
@Singleton
class DossierQueries {
    /** A forgotten one answers nobody: its receipt proves what it proved before. */
    private static final String BY_CODE =
            "select " + DossierRow.COLUMNS + "from dossier.dossier where code = $1 and forgotten_at is null";

    /**
     * The proof is judged where the row lies, so that a wrong proof brings back as little as a wrong code: no row. Hashes are
     * keyed, so the time of comparing them tells nothing about the proof; found out of step is as unlikely as guessing one.
     */
    private static final String PROVEN = BY_CODE + " and ($2 or position($3 in proofs) > 0)";

    private static final String OF_PERSON = BY_CODE + " and person_key = $2";

    /** In an order that no event changes: nothing is skipped or shown twice while dossiers move on between two pages. */
    private static final String PAGE_OF_PERSON = "select " + DossierRow.COLUMNS + """
                        from dossier.dossier
            where person_key = $1
              and (dossier.filed_on(code), code) < ($2, $3)
              and ($4::int4[] is null or status = any ($4))
              and ($5::boolean is null or (ended_at is null) = $5)
              and ($6::boolean is null or $6 = coalesce(due_at < coalesce(ended_at, paused_since, now()), false))
            order by dossier.filed_on(code) desc, code desc
            limit $7
            """;

    /** The last thousand steps; more is no dossier. */
    private static final String SEALED = """
            select status, occurred_at, sealed, source
            from dossier.event
            where dossier_code = $1 and month = dossier.month_of($1)
            order by occurred_at desc, status desc, content_hash desc
            limit 1000
            """;

    private final Pool pool;

    /** The sealed part of one event. */
    record SealedStep(DossierStatus status, OffsetDateTime occurredAt, byte[] sealed, String source) {}

    /** A place in the list of one's own dossiers: behind this day, and on it behind this code. */
    record Filed(String day, String code) {
        static final Filed FIRST = new Filed("99999999", "");
    }

    DossierQueries(Pool pool) {
        this.pool = pool;
    }

    /** Reading and writing down who read, together or not at all. */
    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** Without asking who may see it. */
    Uni<Optional<DossierRow>> byCode(SqlClient tx, String code) {
        return tx.preparedQuery(BY_CODE).execute(Tuple.of(code)).map(DossierQueries::first);
    }

    /**
     * The dossier when the proof is right.
     *
     * @param secret whether the proof is the secret of the receipt
     * @param hash of the proof, to be found among those of the dossier
     */
    Uni<Optional<DossierRow>> proven(String code, boolean secret, byte[] hash) {
        return pool.preparedQuery(PROVEN)
                .execute(Tuple.of(code, secret, Buffer.buffer(hash)))
                .map(DossierQueries::first);
    }

    Uni<Optional<DossierRow>> ofPerson(String code, UUID personKey) {
        return pool.preparedQuery(OF_PERSON).execute(Tuple.of(code, personKey)).map(DossierQueries::first);
    }

    Uni<List<DossierRow>> pageOfPerson(UUID personKey, Filed behind, DossierFilter filter, int limit) {
        return page(
                PAGE_OF_PERSON,
                Tuple.tuple()
                        .addUUID(personKey)
                        .addString(behind.day())
                        .addString(behind.code())
                        .addArrayOfInteger(filter.numbers())
                        .addBoolean(filter.open())
                        .addBoolean(filter.overdue())
                        .addInteger(limit));
    }

    /** Latest first. */
    Uni<List<SealedStep>> sealedSteps(String code) {
        return sealedSteps(pool, code);
    }

    Uni<List<SealedStep>> sealedSteps(SqlClient tx, String code) {
        return tx.preparedQuery(SEALED)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream()
                        .map(row -> new SealedStep(
                                DossierRows.status(row.getInteger("status")),
                                row.getOffsetDateTime("occurred_at"),
                                row.getBuffer("sealed") == null
                                        ? null
                                        : row.getBuffer("sealed").getBytes(),
                                row.getString("source")))
                        .toList());
    }

    private Uni<List<DossierRow>> page(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.stream().map(DossierRow::of).toList());
    }

    private static Optional<DossierRow> first(RowSet<Row> rows) {
        return rows.stream().findFirst().map(DossierRow::of);
    }
}
