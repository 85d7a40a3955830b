package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;

/** Published answers, for everybody; latest first. What turned out to be of another track is not shown any more. */
@Singleton
class PublishedFeedbacks {
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String PAGE = "select " + PetitionRows.COLUMNS + """
            from feedback.petition
            where published_at is not null and track = 'NONE'
                and (published_at, code) < ($1, $2)
                and ($3::text is null or public_words @@ plainto_tsquery('simple', $3))
                and ($4::text is null or unit = $4 or starts_with(unit, $4 || '.'))
                and ($5::text is null or procedure_code = $5)
                and ($6::text is null or subject = $6)
            order by published_at desc, code desc
            limit $7
            """;

    private static final String ONE = "select " + PetitionRows.COLUMNS
            + "from feedback.petition where code = $1 and published_at is not null and track = 'NONE'";

    private final Pool pool;
    private final FeedbackViews views;

    PublishedFeedbacks(Pool pool, FeedbackViews views) {
        this.pool = pool;
        this.views = views;
    }

    /** What is looked for; every part may be null. */
    record Search(String words, String agency, String procedure, Subject subject) {}

    Uni<Page<PublishedFeedback>> page(Search search, int limit, String cursor, Language language) {
        var place = Cursor.decode(cursor, "cursor", 2);
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(place.map(keys -> FeedbackReading.time(keys.number(0, "cursor")))
                                .orElse(END))
                        .addString(place.map(keys -> keys.key(1)).orElse(""))
                        .addString(search.words())
                        .addString(search.agency())
                        .addString(search.procedure())
                        .addString(
                                search.subject() == null
                                        ? null
                                        : search.subject().name())
                        .addInteger(limit + 1))
                .map(rows -> {
                    var page = Page.of(
                            rows.stream().map(PetitionRows::of).toList(),
                            limit,
                            row -> Cursor.of(
                                    FeedbackReading.micros(row.publication().at()), row.code()));
                    return new Page<>(
                            page.items().stream()
                                    .map(row -> views.published(row, language))
                                    .toList(),
                            page.nextCursor());
                });
    }

    Uni<PublishedFeedback> one(String typedCode, Language language) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(FeedbackReading.code(typedCode)))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(PetitionRows::of)
                        .map(row -> views.published(row, language))
                        .orElseThrow(Refusals::notFound));
    }
}
