package vn.motcua.feedback;

import static vn.motcua.feedback.PetitionRows.buffer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL of attachments: what they are and where their bytes lie. */
@Singleton
class AttachmentRows {
    private static final String OF = """
            select id, name, media_type, bytes, scanned, added_at, reference
            from feedback.attachment
            where code = $1
            order by added_at, id
            limit 100
            """;

    /** The case is locked meanwhile, so nobody adds a sixth at the same moment. */
    private static final String ADD = """
            insert into feedback.attachment (code, name, media_type, bytes, sha256, reference, scanned)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (code, sha256) do nothing
            """;

    private static final String REMOVE = "delete from feedback.attachment where id = $1";

    private final Pool pool;
    private final FeedbackSeal seal;

    /** A file with the place of its bytes. */
    record Kept(Feedback.Attachment file, String reference) {}

    /** A file to be kept. */
    record New(String name, String mediaType, long bytes, byte[] sha256, String reference, boolean scanned) {}

    AttachmentRows(Pool pool, FeedbackSeal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    Uni<List<Feedback.Attachment>> of(SqlClient sql, String code) {
        return kept(sql, code).map(all -> all.stream().map(Kept::file).toList());
    }

    Uni<List<Kept>> kept(SqlClient sql, String code) {
        return sql.preparedQuery(OF)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream().map(this::kept).toList());
    }

    Uni<Optional<Kept>> one(SqlClient sql, String code, UUID id) {
        return kept(sql, code)
                .map(all ->
                        all.stream().filter(each -> each.file().id().equals(id)).findFirst());
    }

    /** The same file twice is one. */
    Uni<Void> add(SqlConnection tx, String code, New file) {
        return tx.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(code)
                        .addValue(buffer(seal.seal(file.name())))
                        .addString(file.mediaType())
                        .addLong(file.bytes())
                        .addValue(buffer(file.sha256()))
                        .addString(file.reference())
                        .addBoolean(file.scanned()))
                .replaceWithVoid();
    }

    Uni<Void> remove(UUID id) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(id)).replaceWithVoid();
    }

    private Kept kept(Row row) {
        return new Kept(
                new Feedback.Attachment(
                        row.getUUID("id"),
                        seal.open(row.getBuffer("name").getBytes(), String.class),
                        row.getString("media_type"),
                        row.getLong("bytes"),
                        row.getBoolean("scanned"),
                        row.getOffsetDateTime("added_at")),
                row.getString("reference"));
    }
}
