package vn.motcua.feedback;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Cases to and from rows. */
final class PetitionRows {
    static final String COLUMNS = """
             code, kind, state, sent_at, changed_at, person_key, sender, content, procedure_code, dossier_code, subject, matter,
            track, track_by, first_unit, unit, due_on, calendar, reopened, repeated_of, answered_at, ended_at, solved,
            public_title, public_text, public_answer, published_at, likes, dislikes
            """;

    private PetitionRows() {}

    static Petition of(Row row) {
        var subject = row.getString("subject");
        var matter = row.getShort("matter");
        var standing = new Standing(
                FeedbackState.valueOf(row.getString("state")),
                row.getString("unit"),
                subject == null ? null : Subject.valueOf(subject),
                matter == null ? null : matter.intValue(),
                Track.valueOf(row.getString("track")),
                row.getString("track_by").equals("OFFICER"),
                row.getLocalDate("due_on"),
                row.getLong("calendar"),
                row.getInteger("reopened"),
                row.getOffsetDateTime("changed_at"),
                row.getOffsetDateTime("answered_at"),
                row.getOffsetDateTime("ended_at"),
                row.getBoolean("solved"));
        var published = row.getOffsetDateTime("published_at");
        return new Petition(
                row.getString("code"),
                FeedbackKind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("sent_at"),
                row.getUUID("person_key"),
                bytes(row.getBuffer("sender")),
                bytes(row.getBuffer("content")),
                row.getString("procedure_code"),
                row.getString("dossier_code"),
                row.getString("first_unit"),
                row.getString("repeated_of"),
                standing,
                published == null
                        ? null
                        : new Publication(
                                row.getString("public_title"),
                                row.getString("public_text"),
                                row.getString("public_answer"),
                                published),
                row.getInteger("likes"),
                row.getInteger("dislikes"));
    }

    /** The changing part, in the order of {@link FeedbackStore}'s update. */
    static Tuple standing(String code, Standing standing) {
        return Tuple.tuple()
                .addString(code)
                .addString(standing.state().name())
                .addString(standing.unit())
                .addString(
                        standing.subject() == null ? null : standing.subject().name())
                .addShort(standing.matter() == null ? null : standing.matter().shortValue())
                .addString(standing.track().name())
                .addString(standing.trackByOfficer() ? "OFFICER" : "RULE")
                .addLocalDate(standing.dueOn())
                .addLong(standing.calendar())
                .addInteger(standing.reopened())
                .addOffsetDateTime(standing.changedAt())
                .addOffsetDateTime(standing.answeredAt())
                .addOffsetDateTime(standing.endedAt())
                .addBoolean(standing.solved());
    }

    static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    static byte[] bytes(io.vertx.mutiny.core.buffer.Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
