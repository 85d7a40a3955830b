package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.Text;
import vn.motcua.search.SearchWords;

/** Reads of the published catalogue. */
@ApplicationScoped
class CatalogueStore {
    /** Rows a cursor brings at a time while a snapshot is built: the release never lies in memory twice. */
    private static final int CHUNK = 500;

    private static final String LATEST_RELEASE = "select coalesce(max(id), 0) as release_id from catalogue.release";

    /** All statements see the same state of the database: the history belongs to the versions, and these to the release. */
    private static final String ONE_STATE = "set transaction isolation level repeatable read, read only";

    private static final String CURRENT = """
            select r.release_id as latest,
                   v.code, v.number, v.valid_from, v.valid_to, v.release_id, v.change, v.internal, v.record::text as record,
                   e.name_en, e.summary_vi, e.summary_en, e.life_events, e.keywords
              from (select coalesce(max(id), 0) as release_id from catalogue.release) r
              left join catalogue.procedure_version v on v.valid_to is null and v.change <> 'ABOLISHED'
              left join catalogue.editorial e on e.code = v.code
             order by v.code collate "C"
            """;

    private static final String IN_FORCE_AT = """
            select v.number, v.valid_from, v.valid_to, v.release_id, v.change, v.record::text as record,
                   e.name_en, e.summary_vi, e.summary_en, e.life_events, e.keywords
              from catalogue.procedure_version v
              left join catalogue.editorial e on e.code = v.code
             where v.code = any ($1)
               and v.valid_from <= $2
               and (v.valid_to is null or v.valid_to > $2)
               and v.change <> 'ABOLISHED'
               and not v.internal
             order by array_position($1, v.code)
             limit 1
            """;

    private static final String VERSIONS = """
            select v.number, v.valid_from, v.valid_to, v.release_id, v.change
              from catalogue.procedure_version v
             where v.code = (select p.code
                               from catalogue.procedure_version p
                              where p.code = any ($1) and not p.internal
                              order by array_position($1, p.code)
                              limit 1)
               and not v.internal
             order by v.number desc
            """;

    private static final String LIFE_EVENTS =
            "select code, name, name_en, audience from catalogue.life_event order by position";

    private final Pool pool;
    private final ObjectMapper json;

    CatalogueStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Long> latestRelease() {
        return pool.query(LATEST_RELEASE)
                .execute()
                .map(rows -> rows.iterator().next().getLong("release_id"));
    }

    Uni<List<LifeEventLabel>> lifeEvents() {
        return pool.query(LIFE_EVENTS)
                .execute()
                .map(rows -> list(
                        rows,
                        row -> new LifeEventLabel(
                                row.getString("code"),
                                new Text(row.getString("name"), row.getString("name_en")),
                                LifeEvent.Audience.valueOf(row.getString("audience")))));
    }

    /**
     * Reads the whole current catalogue; takes its time, so never call it on an event loop.
     *
     * @param before records that did not change since are taken over from there
     */
    CatalogueSnapshot load(SearchWords words, Map<String, Long> dossiers, Optional<Shelf> before) {
        var lifeEvents = lifeEvents().await().indefinitely();
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.begin().await().indefinitely();
            connection.query(ONE_STATE).execute().await().indefinitely();
            var shelf = new Shelf.Builder(HistoryStore.read(connection), before, json);
            var cursor = connection.prepare(CURRENT).await().indefinitely().cursor();
            var building = new CatalogueSnapshot.Builder(words, dossiers);
            long release = 0;
            do {
                for (var row : cursor.read(CHUNK).await().indefinitely()) {
                    release = row.getLong("latest");
                    if (row.getString("code") != null) {
                        var published = record(row);
                        building.add(published, editorial(row), version(row), row.getBoolean("internal"));
                        if (!row.getBoolean("internal")) {
                            shelf.add(published, editorial(row), version(row));
                        }
                    }
                }
            } while (cursor.hasMore());
            cursor.close().await().indefinitely();
            transaction.commit().await().indefinitely();
            return building.build(release, lifeEvents, shelf.build());
        } finally {
            connection.close().await().indefinitely();
        }
    }

    Uni<Optional<Procedure>> inForce(List<String> codes, LocalDate at) {
        return pool.preparedQuery(IN_FORCE_AT)
                .execute(Tuple.of(codes.toArray(String[]::new), at))
                .map(rows -> list(rows, row -> Procedure.of(record(row), editorial(row), version(row))).stream()
                        .findFirst());
    }

    Uni<List<ProcedureVersion>> versions(List<String> codes) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> list(rows, CatalogueStore::version));
    }

    private ProcedureRecord record(Row row) {
        try {
            return json.readValue(row.getString("record"), ProcedureRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }

    static ProcedureVersion version(Row row) {
        return new ProcedureVersion(
                row.getInteger("number"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                row.getLong("release_id"),
                ProcedureVersion.Change.valueOf(row.getString("change")));
    }

    private static Editorial editorial(Row row) {
        if (row.getArrayOfStrings("keywords") == null) {
            return Editorial.NONE;
        }
        var vi = row.getString("summary_vi");
        var en = row.getString("summary_en");
        return new Editorial(
                row.getString("name_en"),
                vi == null && en == null ? null : new Procedure.Summary(vi, en),
                List.of(row.getArrayOfStrings("life_events")),
                List.of(row.getArrayOfStrings("keywords")));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
