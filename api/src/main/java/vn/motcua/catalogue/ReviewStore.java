package vn.motcua.catalogue;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Compares the catalogue of two days. */
@Singleton
class ReviewStore {
    private static final String IN_FORCE =
            "valid_from <= %1$s and (valid_to is null or valid_to > %1$s) and change <> 'ABOLISHED'";

    private static final String INTERNAL =
            """
            with procedure as (
                select code,
                       coalesce(bool_or(BEFORE and internal), false) as before,
                       coalesce(bool_or(AFTER and internal), false) as after,
                       coalesce(bool_or(internal and change = 'AMENDED' and valid_from > $1 and valid_from <= $2), false) as amended,
                       (array_agg(coalesce(authority ->> 'code', '') order by number desc) filter (where internal))[1] as authority,
                       (array_agg(authority ->> 'name' order by number desc) filter (where internal))[1] as name
                from catalogue.procedure_version
                where code in (select code from catalogue.procedure_version where internal)
                group by code)
            select authority, max(name) as name,
                   count(*) filter (where before) as stock_before,
                   count(*) filter (where after and not before) as added,
                   count(*) filter (where before and not after) as cut,
                   count(*) filter (where before and after and amended) as amended
            from procedure
            where before or after
            group by authority
            order by authority collate "C"
            """.replace("BEFORE", IN_FORCE.formatted("$1")).replace("AFTER", IN_FORCE.formatted("$2"));

    private static final String BOTH = """
            with pair as (
                select b.code, b.levels as before, a.levels as after, a.valid_from as since, a.record ->> 'name' as name
                from catalogue.procedure_version b
                join catalogue.procedure_version a on a.code = b.code
                where b.valid_from <= $1 and (b.valid_to is null or b.valid_to > $1) and b.change <> 'ABOLISHED'
                      and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2) and a.change <> 'ABOLISHED'
                      and not b.internal and not a.internal)
            """;

    private static final String MOVES = BOTH + """
            select before::text as before, after::text as after, count(*) as procedures
            from pair
            group by 1, 2
            order by 1, 2
            """;

    private static final String MOVED = BOTH + """
            select code, name, before::text as before, after::text as after, since
            from pair
            where before is distinct from after and code collate "C" > $3
            order by code collate "C"
            limit $4
            """;

    private final Pool pool;

    ReviewStore(@ReactiveDataSource("reports") Pool pool) {
        this.pool = pool;
    }

    Uni<List<InternalReview.Group>> internal(LocalDate from, LocalDate to) {
        return pool.preparedQuery(INTERNAL)
                .execute(Tuple.of(from, to))
                .map(rows -> rows.stream().map(ReviewStore::group).toList());
    }

    private static InternalReview.Group group(Row row) {
        var code = row.getString("authority");
        var name = row.getString("name");
        return new InternalReview.Group(
                code.isEmpty() ? null : code,
                name == null ? "Không nêu" : name,
                InternalReview.Counts.of(
                        row.getLong("stock_before"), row.getLong("added"), row.getLong("cut"), row.getLong("amended")));
    }

    /** Also of procedures that stayed where they were. */
    Uni<List<Decentralisation.Move>> moves(LocalDate from, LocalDate to) {
        return pool.preparedQuery(MOVES)
                .execute(Tuple.of(from, to))
                .map(rows -> rows.stream()
                        .map(row -> new Decentralisation.Move(
                                levels(row.getString("before")),
                                levels(row.getString("after")),
                                row.getLong("procedures")))
                        .toList());
    }

    Uni<List<Decentralisation.Moved>> moved(LocalDate from, LocalDate to, String after, int limit) {
        return pool.preparedQuery(MOVED)
                .execute(Tuple.of(from, to, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Decentralisation.Moved(
                                row.getString("code"),
                                row.getString("name"),
                                levels(row.getString("before")),
                                levels(row.getString("after")),
                                row.getLocalDate("since")))
                        .toList());
    }

    private static List<Level> levels(String json) {
        return json == null
                ? List.of()
                : new JsonArray(json)
                        .stream().map(String::valueOf).map(Level::valueOf).toList();
    }
}
