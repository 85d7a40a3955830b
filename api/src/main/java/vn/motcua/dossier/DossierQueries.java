package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL that reads dossiers for showing. */
@Singleton
class DossierQueries {
    private static final String BY_CODE = "select " + DossierRow.COLUMNS + "from dossier.dossier where code = $1";

    private static final String OF_PERSON = BY_CODE + " and person_key = $2";

    private static final String PAGE = "select " + DossierRow.COLUMNS + """
            from dossier.dossier
            where %s = $1 and (last_event_at, code) < ($2, $3)
            order by last_event_at desc, code desc
            limit $4
            """;

    private static final String PAGE_OF_PERSON = PAGE.formatted("person_key");

    /** The last thousand steps; more is no dossier. */
    private static final String SEALED = """
            select status, occurred_at, sealed
            from dossier.event
            where dossier_code = $1 and sealed is not null
            order by occurred_at desc, status desc, content_hash desc
            limit 1000
            """;

    private final Pool pool;

    /** The sealed part of one event. */
    record SealedStep(DossierStatus status, OffsetDateTime occurredAt, byte[] sealed) {}

    DossierQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<DossierRow>> byCode(String code) {
        return pool.preparedQuery(BY_CODE).execute(Tuple.of(code)).map(DossierQueries::first);
    }

    Uni<Optional<DossierRow>> ofPerson(String code, UUID personKey) {
        return pool.preparedQuery(OF_PERSON).execute(Tuple.of(code, personKey)).map(DossierQueries::first);
    }

    Uni<List<DossierRow>> pageOfPerson(UUID personKey, OffsetDateTime before, String beforeCode, int limit) {
        return page(PAGE_OF_PERSON, Tuple.of(personKey, before, beforeCode, limit));
    }

    /** Latest first. */
    Uni<List<SealedStep>> sealedSteps(String code) {
        return pool.preparedQuery(SEALED)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream()
                        .map(row -> new SealedStep(
                                DossierRows.status(row.getInteger("status")),
                                row.getOffsetDateTime("occurred_at"),
                                row.getBuffer("sealed").getBytes()))
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
