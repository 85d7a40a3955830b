package vn.motcua.announcement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.catalogue.ReleaseFollower;
import vn.motcua.notification.ProcedureNews;

/** A release that changes a followed procedure announces it by itself, in its own transaction. */
@Singleton
class ChangedProcedures implements ReleaseFollower {
    private static final Logger LOG = Logger.getLogger(ChangedProcedures.class);

    private final ProcedureNews news;

    ChangedProcedures(ProcedureNews news) {
        this.news = news;
    }

    @Override
    public Uni<Void> published(SqlConnection transaction, long release, List<Changed> changed) {
        var told = changed.stream()
                .map(one -> new ProcedureNews.Changed(one.code(), one.name(), one.abolished()))
                .toList();
        return news.announce(transaction, told, "catalogue release " + release)
                .invoke(made -> LOG.debugf("release %d: %d announcements to followers", release, made))
                .replaceWithVoid();
    }
}
