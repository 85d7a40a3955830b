package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.motcua.openapi.AgencyCode;

/** What authorities published, amended and abolished in a period, for reports. Public procedures only. */
@ApplicationScoped
public class Publications {
    /** More in one period is no report any more. */
    public static final int MOST = 20_000;

    private static final String ACTS = """
            select code, change, valid_from, record::text as record, authority ->> 'code' as authority
            from catalogue.procedure_version
            where not internal and valid_from between $2 and $3
                  and (authority ->> 'code') collate "C" >= $1
                  and (authority ->> 'code') collate "C" < $1 || '/'
            order by valid_from, code, number
            limit $4
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final StatisticsStore statistics;
    private final CatalogueReplica replica;

    /**
     * One act of publication.
     *
     * @param kind NEW, AMENDED or ABOLISHED
     * @param levels as in the catalogue
     * @param authority code of who published it
     * @param decision number of the decision that published it, null where the record names none
     * @param complete whether all mandatory parts are stated
     */
    public record Act(
            String code,
            String name,
            String kind,
            List<String> levels,
            String fieldCode,
            String fieldName,
            String authority,
            LocalDate day,
            String decision,
            boolean complete) {
        public Act {
            levels = List.copyOf(levels);
        }

        public boolean isAbolition() {
            return kind.equals("ABOLISHED");
        }
    }

    /**
     * What happened to the stock of an authority or a level in a month.
     *
     * @param code null where the records name none
     */
    public record Stock(String code, String label, Map<String, Long> counts) {
        public Stock {
            counts = Map.copyOf(counts);
        }
    }

    Publications(
            @ReactiveDataSource("reports") Pool pool,
            ObjectMapper json,
            StatisticsStore statistics,
            CatalogueReplica replica) {
        this.pool = pool;
        this.json = json;
        this.statistics = statistics;
        this.replica = replica;
    }

    /**
     * The monthly statistics of the whole country, as {@code GET /v1/catalogue/statistics} has them.
     *
     * @param month as {@code YYYY-MM}
     */
    public Uni<List<Stock>> stock(String month, boolean byLevel) {
        var kind = byLevel ? StatisticsStore.Kind.LEVEL : StatisticsStore.Kind.AUTHORITY;
        return statistics
                .month(YearMonth.parse(month))
                .map(counted -> counted.stream()
                        .filter(one -> one.kind() == kind)
                        .map(this::stock)
                        .toList());
    }

    private Stock stock(StatisticsStore.Counted one) {
        var counts = one.counts();
        var measures = Map.of(
                "stockBefore", (long) counts.stockBefore(),
                "added", (long) counts.added(),
                "amended", (long) counts.amended(),
                "abolished", (long) counts.abolished(),
                "movedIn", (long) counts.movedIn(),
                "movedOut", (long) counts.movedOut(),
                "stock", (long) counts.stock());
        if (one.key().isEmpty()) {
            return new Stock(null, "Không nêu", measures);
        }
        var label = one.kind() == StatisticsStore.Kind.LEVEL
                ? Level.valueOf(one.key()).label().vi()
                : replica.ready()
                        .map(snapshot -> snapshot.authorityName(one.key()))
                        .orElse(one.key());
        return new Stock(one.key(), label.equals(one.key()) && one.label() != null ? one.label() : label, measures);
    }

    /** Of this authority and the units below it, both days included, in the order of their days. */
    public Uni<List<Act>> acts(AgencyCode authority, LocalDate from, LocalDate to) {
        return pool.preparedQuery(ACTS)
                .execute(Tuple.of(authority.value(), from, to, MOST))
                .map(rows -> rows.stream().map(this::act).toList());
    }

    private Act act(Row row) {
        try {
            var published = json.readValue(row.getString("record"), ProcedureRecord.class);
            return new Act(
                    row.getString("code"),
                    published.name(),
                    row.getString("change"),
                    published.levels().stream().map(Enum::name).toList(),
                    published.field().code(),
                    published.field().name(),
                    row.getString("authority"),
                    row.getLocalDate("valid_from"),
                    published.decision() == null ? null : published.decision().number(),
                    Completeness.of(published).complete());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }
}
