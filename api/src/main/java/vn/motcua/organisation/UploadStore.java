package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** SQL that lets one upload of an organisation run at a time: two that replace the list would undo each other. */
@Singleton
class UploadStore {
    private static final String CLAIM = """
            insert into organisation.upload as u (organisation, upload, claimed_until)
            values ($1, $2, now() + $3 * interval '1 millisecond')
            on conflict (organisation) do update set upload = excluded.upload, claimed_until = excluded.claimed_until
            where u.claimed_until <= now()
            """;

    private static final String HOLD = """
            update organisation.upload set claimed_until = now() + $3 * interval '1 millisecond'
            where organisation = $1 and upload = $2
            """;

    private static final String RELEASE = "delete from organisation.upload where organisation = $1 and upload = $2";

    private final Pool pool;
    private final OrganisationConfig config;

    UploadStore(Pool pool, OrganisationConfig config) {
        this.pool = pool;
        this.config = config;
    }

    Uni<Void> claim(String organisation, UUID upload) {
        return pool.preparedQuery(CLAIM)
                .execute(parameters(organisation, upload))
                .invoke(rows -> requireOne(rows.rowCount()))
                .replaceWithVoid();
    }

    /** Refused when another upload has taken over, because this one was too slow. */
    Uni<Void> hold(SqlConnection tx, String organisation, UUID upload) {
        return tx.preparedQuery(HOLD)
                .execute(parameters(organisation, upload))
                .invoke(rows -> requireOne(rows.rowCount()))
                .replaceWithVoid();
    }

    Uni<Void> release(String organisation, UUID upload) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(organisation, upload))
                .replaceWithVoid();
    }

    private Tuple parameters(String organisation, UUID upload) {
        return Tuple.of(organisation, upload, config.watchlist().lease().toMillis());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw ProblemException.of(
                    ProblemType.UPLOAD_IN_PROGRESS,
                    "Danh sách đang được tải lên ở nơi khác. Hãy chờ xong rồi gửi lại.",
                    "The list is being uploaded elsewhere. Wait until that is done and send it again.");
        }
    }
}
