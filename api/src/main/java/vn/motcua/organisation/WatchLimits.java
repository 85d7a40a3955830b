package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often a firm, and how often anybody for one code, was wrong today. In the database, so that all replicas count alike. */
@Singleton
class WatchLimits {
    private static final String TODAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";

    private static final String OF_FIRM =
            "select failures from organisation.watch_failure where organisation = $1 and day = " + TODAY;

    private static final String OF_CODES =
            "select dossier_code, failures from organisation.watch_guess where dossier_code = any($1) and day = "
                    + TODAY;

    private static final String COUNT_FIRM = """
            insert into organisation.watch_failure (organisation, day, failures) values ($1, %s, $2)
            on conflict (organisation, day) do update set failures = organisation.watch_failure.failures + excluded.failures
            """.formatted(TODAY);

    private static final String COUNT_CODES = """
            insert into organisation.watch_guess (dossier_code, day, failures)
            select code, %s, count(*) from unnest($1::text[]) as c (code) group by code order by code
            on conflict (dossier_code, day) do update set failures = organisation.watch_guess.failures + excluded.failures
            """.formatted(TODAY);

    private static final String FORGET_GUESSES = "delete from organisation.watch_guess where day < " + TODAY;
    private static final String FORGET_FAILURES = "delete from organisation.watch_failure where day < " + TODAY;

    private final OrganisationConfig config;

    /** The counts of a day as they stand, counted on by who judges. */
    final class Counts {
        private final Map<String, Integer> codes = new HashMap<>();
        private int firm;

        boolean mayTry(String code) {
            return firm < config.watchlist().failuresPerDay()
                    && codes.getOrDefault(code, 0) < config.watchlist().failuresPerCode();
        }

        void failed(String code) {
            firm++;
            codes.merge(code, 1, Integer::sum);
        }
    }

    WatchLimits(OrganisationConfig config) {
        this.config = config;
    }

    Uni<Counts> read(SqlConnection tx, String organisation, Collection<String> codes) {
        var counts = new Counts();
        return tx.preparedQuery(OF_FIRM)
                .execute(Tuple.of(organisation))
                .invoke(rows -> rows.forEach(row -> counts.firm = row.getInteger("failures")))
                .chain(() -> tx.preparedQuery(OF_CODES)
                        .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new))))
                .invoke(rows -> rows.forEach(
                        row -> counts.codes.put(row.getString("dossier_code"), row.getInteger("failures"))))
                .replaceWith(counts);
    }

    /** @param failed the code of each failure, repeated as often as it failed */
    Uni<Void> write(SqlConnection tx, String organisation, List<String> failed) {
        if (failed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(COUNT_FIRM)
                .execute(Tuple.of(organisation, failed.size()))
                .chain(() -> tx.preparedQuery(COUNT_CODES)
                        .execute(Tuple.tuple().addArrayOfString(failed.toArray(String[]::new))))
                .replaceWithVoid();
    }

    Uni<Void> forgetFormerDays(SqlConnection tx) {
        return tx.query(FORGET_GUESSES)
                .execute()
                .chain(() -> tx.query(FORGET_FAILURES).execute())
                .replaceWithVoid();
    }
}
