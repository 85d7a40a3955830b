package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who watches which dossier. A firm may watch its own, and another one's with what its applicant can prove. */
@Singleton
public class DossierWatches {
    private static final String KNOWN = """
            select d.code, d.proofs, dossier.holder(d.organisation_code, d.applicant_kind, d.person_key) = $1 as own
            from dossier.dossier d
            where d.code = any($2) and d.forgotten_at is null
            """;

    private static final String NAME = """
            update dossier.watch set upload = $3
            where watcher = $1 and dossier_code = any($2)
            returning dossier_code
            """;

    /** Waits for who is changing the dossier, so that the first change behind the watch is told and none before. */
    private static final String LOCK = """
            select code from dossier.dossier where code = any($1) order by code for share
            """;

    private static final String ADD = """
            insert into dossier.watch (watcher, dossier_code, upload)
            select $1, code, $3 from unnest($2::text[]) as c (code)
            on conflict (watcher, dossier_code) do update set upload = excluded.upload
            """;

    private static final String REMOVE =
            "delete from dossier.watch where watcher = $1 and dossier_code = any($2) returning dossier_code";

    private static final String REMOVE_OTHERS = "delete from dossier.watch where watcher = $1 and upload <> $2";

    private static final String COUNT = "select count(*) as watched from dossier.watch where watcher = $1";

    private static final String PAGE = """
            select dossier_code, added_at from dossier.watch
            where watcher = $1 and dossier_code > $2
            order by dossier_code
            limit $3
            """;

    private final Pool pool;
    private final EventSeal seal;
    private final Receipts receipts;

    /** A code on a watch-list. */
    public record Watched(String dossierCode, OffsetDateTime addedAt) {}

    private static final Known NOBODYS = new Known(Proofs.NONE, false);

    private record Known(Proofs proofs, boolean own) {}

    /** Tells what a firm may watch. The same work for a code that exists and one that does not. */
    public final class Judge {
        private final Map<String, Known> known;

        private Judge(Map<String, Known> known) {
            this.known = known;
        }

        /** @param secret what proves it, null when none was given */
        public boolean mayWatch(String code, String secret) {
            var dossier = known.getOrDefault(code, NOBODYS);
            var typed = secret == null ? "" : secret;
            boolean printed = receipts.proves(code, typed) & dossier != NOBODYS;
            var hash = seal.proof(code, typed);
            boolean proven =
                    dossier.proofs().hashes().stream().anyMatch(one -> MessageDigest.isEqual(one, hash)) | printed;
            return dossier.own() | (secret != null & proven);
        }
    }

    DossierWatches(Pool pool, EventSeal seal, Receipts receipts) {
        this.pool = pool;
        this.seal = seal;
        this.receipts = receipts;
    }

    public Uni<Judge> judge(SqlConnection tx, DossierHolder who, Collection<String> codes) {
        return tx.preparedQuery(KNOWN)
                .execute(Tuple.of(who.key()).addArrayOfString(codes.toArray(String[]::new)))
                .map(rows -> {
                    var known = new HashMap<String, Known>();
                    rows.forEach(row -> known.put(
                            row.getString("code"),
                            new Known(
                                    new Proofs(row.getBuffer("proofs").getBytes()),
                                    Boolean.TRUE.equals(row.getBoolean("own")))));
                    return new Judge(known);
                });
    }

    /** Marks those that are watched already as named by this upload; answers which they are. */
    public Uni<List<String>> name(SqlConnection tx, DossierHolder who, Collection<String> codes, UUID upload) {
        return codes(tx, NAME, parameters(who, codes).addUUID(upload));
    }

    public Uni<Void> add(SqlConnection tx, DossierHolder who, Collection<String> codes, UUID upload) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)))
                .chain(() ->
                        tx.preparedQuery(ADD).execute(parameters(who, codes).addUUID(upload)))
                .replaceWithVoid();
    }

    /** Answers which of them were watched. */
    public Uni<List<String>> remove(SqlConnection tx, DossierHolder who, Collection<String> codes) {
        return codes(tx, REMOVE, parameters(who, codes));
    }

    /** Removes what this upload did not name; answers how many. */
    public Uni<Integer> removeOthers(SqlConnection tx, DossierHolder who, UUID upload) {
        return tx.preparedQuery(REMOVE_OTHERS)
                .execute(Tuple.of(who.key(), upload))
                .map(rows -> rows.rowCount());
    }

    public Uni<Long> count(DossierHolder who) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(who.key()))
                .map(rows -> rows.iterator().next().getLong("watched"));
    }

    /** The next codes behind this one, in order. */
    public Uni<List<Watched>> page(DossierHolder who, String after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(who.key(), after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Watched(row.getString("dossier_code"), row.getOffsetDateTime("added_at")))
                        .toList());
    }

    private static Tuple parameters(DossierHolder who, Collection<String> codes) {
        return Tuple.of(who.key()).addArrayOfString(codes.toArray(String[]::new));
    }

    private static Uni<List<String>> codes(SqlConnection tx, String sql, Tuple parameters) {
        return tx.preparedQuery(sql)
                .execute(parameters)
                .map(rows ->
                        rows.stream().map(row -> row.getString("dossier_code")).toList());
    }
}
