package vn.motcua.agency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** SQL of agencies and administrative units. Both lists are small and are read whole. */
@ApplicationScoped
class AgencyStore {
    private static final String AGENCIES = """
            select code,
                   name,
                   level,
                   parent,
                   administrative_unit,
                   (valid_from is null or valid_from <= $1) and (valid_to is null or valid_to > $1) as in_use
              from agency.agency
            """;

    private static final String UNITS = """
            select code, name, kind, parent, agency_code
              from agency.administrative_unit
            """;

    private final Pool pool;

    AgencyStore(Pool pool) {
        this.pool = pool;
    }

    Uni<AgencyLists> read(LocalDate today) {
        var agencies = pool.preparedQuery(AGENCIES).execute(Tuple.of(today));
        var units = pool.preparedQuery(UNITS).execute();
        return Uni.combine().all().unis(agencies, units).with(AgencyStore::lists);
    }

    private static AgencyLists lists(RowSet<Row> agencyRows, RowSet<Row> unitRows) {
        var names = new HashMap<String, String>();
        var agencies = new ArrayList<Agency>();
        for (var row : agencyRows) {
            names.put(row.getString("code"), row.getString("name"));
            if (row.getBoolean("in_use")) {
                agencies.add(agency(row));
            }
        }
        var units = new ArrayList<AdministrativeUnit>();
        unitRows.forEach(row -> units.add(unit(row)));
        return AgencyLists.of(names, agencies, List.copyOf(units));
    }

    private static Agency agency(Row row) {
        return new Agency(
                row.getString("code"),
                row.getString("name"),
                AgencyLevel.valueOf(row.getString("level")),
                row.getString("parent"),
                row.getString("administrative_unit"));
    }

    private static AdministrativeUnit unit(Row row) {
        return new AdministrativeUnit(
                row.getString("code"),
                row.getString("name"),
                AdministrativeUnit.Kind.valueOf(row.getString("kind")),
                row.getString("parent"),
                row.getString("agency_code"));
    }
}
