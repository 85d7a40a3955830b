package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** SQL of reading comments. */
@Singleton
class CommentPageStore {
    private static final String AFTER = """
            select b.id, b.agency, b.month, c.text, array_to_string(c.topics, ',') as topics
            from satisfaction.comment_batch b
            join satisfaction.comment c on c.batch = b.id
            where b.agency >= $1 and b.agency < $2 and b.month between $3 and $4 and b.id > $5
                and ($6::text is null or $6 = any (c.topics))
            order by b.id, c.place
            limit $7
            """;

    private static final String LOG = """
            insert into satisfaction.comment_read (account, own_agency, agency, months, topic, comments)
            values ($1, $2, $3, daterange($4, $5, '[]'), $6, $7)
            """;

    Uni<List<CommentGroups.Row>> after(SqlConnection transaction, CommentReading reading, long batch, int limit) {
        var selection = reading.selection();
        return transaction
                .preparedQuery(AFTER)
                .execute(Tuple.tuple()
                        .addString(selection.agenciesFrom())
                        .addString(selection.agenciesBelow())
                        .addValue(selection.from().atDay(1))
                        .addValue(selection.to().atDay(1))
                        .addLong(batch)
                        .addString(reading.topic())
                        .addInteger(limit))
                .map(rows -> rows.stream().map(CommentPageStore::row).toList());
    }

    private static CommentGroups.Row row(Row row) {
        return new CommentGroups.Row(
                row.getLong("id"),
                row.getString("agency"),
                YearMonth.from(row.getLocalDate("month")),
                new Comment(
                        row.getString("text"), List.of(row.getString("topics").split(","))));
    }

    Uni<Void> log(SqlConnection transaction, CommentReading reading, int comments) {
        var selection = reading.selection();
        return transaction
                .preparedQuery(LOG)
                .execute(Tuple.tuple()
                        .addString(reading.account())
                        .addString(reading.ownAgency())
                        .addString(selection.agencyValue())
                        .addValue(selection.from().atDay(1))
                        .addValue(selection.to().atEndOfMonth())
                        .addString(reading.topic())
                        .addInteger(comments))
                .replaceWithVoid();
    }
}
