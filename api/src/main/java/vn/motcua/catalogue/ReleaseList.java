package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Vietnam;

/** The releases so far, newest first. */
@ApplicationScoped
class ReleaseList {

    private static final String PAGE = """
            select id, published_at, mode, added, amended, abolished, unchanged, refused, restores
              from catalogue.release
             where id < $1
             order by id desc
             limit $2
            """;

    private final Pool pool;

    ReleaseList(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<Release>> page(int limit, String cursor) {
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(place -> place.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(before, limit + 1))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ReleaseList::release)
                                .toList(),
                        limit,
                        release -> Cursor.of(release.id())));
    }

    private static Release release(Row row) {
        return new Release(
                row.getLong("id"),
                row.getOffsetDateTime("published_at")
                        .atZoneSameInstant(Vietnam.ZONE)
                        .toOffsetDateTime(),
                ReleaseMode.valueOf(row.getString("mode")),
                row.getInteger("added"),
                row.getInteger("amended"),
                row.getInteger("abolished"),
                row.getInteger("unchanged"),
                row.getInteger("refused"),
                row.getLong("restores"));
    }
}
