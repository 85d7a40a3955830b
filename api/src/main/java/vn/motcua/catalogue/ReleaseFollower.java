package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Whoever has to act on a release inside its transaction: what it does is published with the release, or not at all. */
public interface ReleaseFollower {
    /** A public procedure that was amended or abolished. */
    record Changed(String code, String name, boolean abolished) {}

    Uni<Void> published(SqlConnection transaction, long release, List<Changed> changed);
}
