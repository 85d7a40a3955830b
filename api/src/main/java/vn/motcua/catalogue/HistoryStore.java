package vn.motcua.catalogue;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.TreeMap;

/** Reads what the change feed is ordered by, in the transaction that reads the catalogue. */
final class HistoryStore {
    private static final String RELEASES = "select id, published_at from catalogue.release";

    /**
     * Internal procedures that were never public have no place in the feed: a tombstone would tell that they exist. Words of
     * the editors without a release count as the latest one: sent once more rather than missed.
     */
    private static final String TOUCHED = """
            select v.code,
                   v.internal or v.change = 'ABOLISHED' as gone,
                   case when v.internal or v.change = 'ABOLISHED' then v.release_id
                        else greatest(v.release_id, e.release_id,
                                      case when e.code is not null and e.release_id is null then r.latest end)
                   end as release_id
              from catalogue.procedure_version v
              cross join (select max(id) as latest from catalogue.release) r
              left join catalogue.editorial e on e.code = v.code
             where v.valid_to is null
               and (not (v.internal or v.change = 'ABOLISHED')
                    or exists (select from catalogue.procedure_version p
                                where p.code = v.code and not p.internal and p.change <> 'ABOLISHED'))
            """;

    private HistoryStore() {}

    static ReleaseHistory read(SqlConnection connection) {
        var releases = new TreeMap<Long, OffsetDateTime>();
        for (var row : connection.query(RELEASES).execute().await().indefinitely()) {
            releases.put(row.getLong("id"), row.getOffsetDateTime("published_at"));
        }
        var touched = new HashMap<String, ReleaseHistory.Touch>();
        for (var row : connection.query(TOUCHED).execute().await().indefinitely()) {
            touched.put(
                    row.getString("code"), new ReleaseHistory.Touch(row.getLong("release_id"), row.getBoolean("gone")));
        }
        return new ReleaseHistory(releases, touched);
    }
}
