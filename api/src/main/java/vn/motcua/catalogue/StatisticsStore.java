package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts acts of publication and the stock they leave, as the public sees them. */
@ApplicationScoped
class StatisticsStore {
    /**
     * An act is a version beside the one before it. For each group that the procedure stood in before (then) or stands in
     * now, the act added, amended, abolished or moved it; the stock of a group is the sum of what came less what went.
     * A procedure that becomes internal has gone, for the public. The columns read are narrow: no record is unpacked.
     */
    private static final String COUNT = """
            with act as (
                select valid_from,
                       not internal and change <> 'ABOLISHED' as visible,
                       coalesce(lag(not internal and change <> 'ABOLISHED') over history, false) as was_visible,
                       authority, levels,
                       lag(authority) over history as old_authority,
                       lag(levels) over history as old_levels
                  from catalogue.procedure_version
                window history as (partition by code order by number)),
            touch as (
                select act.valid_from, act.visible, act.was_visible, kind, key, label, in_now, in_then
                  from act
                 cross join lateral (
                    select 'TOTAL' as kind, '' as key, null as label, act.visible as in_now, act.was_visible as in_then
                    union all
                    select 'AUTHORITY', coalesce(n.key, t.key), coalesce(n.label, t.label),
                           n.key is not null, t.key is not null
                      from (select coalesce(act.authority ->> 'code', act.authority ->> 'name', '') as key,
                                   act.authority ->> 'name' as label
                             where act.visible) n
                      full join (select coalesce(act.old_authority ->> 'code', act.old_authority ->> 'name', '') as key,
                                        act.old_authority ->> 'name' as label
                                  where act.was_visible) t on n.key = t.key
                    union all
                    select 'LEVEL', coalesce(n.key, t.key), null, n.key is not null, t.key is not null
                      from (select jsonb_array_elements_text(coalesce(nullif(act.levels, '[]'), '[""]')) as key
                             where act.visible) n
                      full join (select jsonb_array_elements_text(coalesce(nullif(act.old_levels, '[]'), '[""]')) as key
                                  where act.was_visible) t on n.key = t.key) g
                 where act.valid_from < $2 and (act.visible or act.was_visible))
            select kind, key, max(label) as label,
                   coalesce(sum(in_now::int - in_then::int) filter (where valid_from < $1), 0)::int as stock_before,
                   count(*) filter (where valid_from >= $1 and in_now and not was_visible)::int as added,
                   count(*) filter (where valid_from >= $1 and in_now and visible and was_visible)::int as amended,
                   count(*) filter (where valid_from >= $1 and in_then and not visible)::int as abolished,
                   count(*) filter (where valid_from >= $1 and in_now and not in_then and was_visible)::int as moved_in,
                   count(*) filter (where valid_from >= $1 and in_then and not in_now and visible)::int as moved_out,
                   coalesce(sum(in_now::int - in_then::int), 0)::int as stock
              from touch
             group by kind, key
             order by kind, key collate "C"
            """;

    private final Pool pool;

    StatisticsStore(Pool pool) {
        this.pool = pool;
    }

    /** What is counted apart. */
    enum Kind {
        TOTAL,
        AUTHORITY,
        LEVEL
    }

    /** The key is empty where the records name none. */
    record Counted(Kind kind, String key, String label, CatalogueStatistics.StockCounts counts) {}

    Uni<List<Counted>> month(YearMonth month) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(month.atDay(1), month.plusMonths(1).atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StatisticsStore::counted)
                        .toList());
    }

    private static Counted counted(Row row) {
        return new Counted(
                Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("label"),
                new CatalogueStatistics.StockCounts(
                        row.getInteger("stock_before"),
                        row.getInteger("added"),
                        row.getInteger("amended"),
                        row.getInteger("abolished"),
                        row.getInteger("moved_in"),
                        row.getInteger("moved_out"),
                        row.getInteger("stock")));
    }
}
