package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** The queue of changes that concern firms. A trigger fills it in the transaction that changes the dossier. */
@Singleton
public class DossierChanges {
    /** A later change of one dossier is never visible without the earlier one: its writer waited for the row. */
    private static final String TAKE = """
            with taken as (
                delete from dossier.change
                where id = any(array(select id from dossier.change order by id limit $1))
                returning id, kind, holder, dossier_code, status, procedure_code, agency, received_at, due_at, ended_at,
                          clock_state, changed_at
            )
            select kind, holder, dossier_code, status, procedure_code, agency, received_at, due_at, ended_at, clock_state,
                   changed_at,
                   case when kind = 'CHANGED'
                        then array(select watcher from dossier.watch w where w.dossier_code = taken.dossier_code)
                        else '{}' end as watchers
            from taken
            order by id
            """;

    private static final String WAITING = "select exists (select from dossier.change) as waiting";

    private final Pool pool;

    DossierChanges(Pool pool) {
        this.pool = pool;
    }

    /** Whether there is anything to take: one read, without a transaction. */
    public Uni<Boolean> waiting() {
        return pool.query(WAITING).execute().map(rows -> rows.iterator().next().getBoolean("waiting"));
    }

    /** Takes the oldest changes out; they come back when the transaction does not commit. In order for each dossier. */
    public Uni<List<DossierChange>> take(SqlConnection tx, int most) {
        return tx.preparedQuery(TAKE)
                .execute(Tuple.of(most))
                .map(rows -> rows.stream().map(DossierChanges::change).toList());
    }

    private static DossierChange change(Row row) {
        var parties = new HashSet<>(Arrays.asList(row.getArrayOfStrings("watchers")));
        if (row.getString("holder") != null) {
            parties.add(row.getString("holder"));
        }
        var status = row.getInteger("status");
        var clock = row.getString("clock_state");
        return new DossierChange(
                DossierChange.Kind.valueOf(row.getString("kind")),
                parties,
                row.getString("dossier_code"),
                status == null ? null : DossierRows.status(status),
                row.getString("procedure_code"),
                row.getString("agency"),
                row.getOffsetDateTime("received_at"),
                row.getOffsetDateTime("due_at"),
                row.getOffsetDateTime("ended_at"),
                clock == null ? null : ClockState.valueOf(clock),
                row.getOffsetDateTime("changed_at"));
    }
}
