package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;

/** Lets officers read comments, never fewer than ten at once, and writes down who read. */
@Singleton
class CommentReadings {
    private final Pool pool;
    private final CommentPageStore store;
    private final TopicStore topics;
    private final ScoreLabels labels;

    CommentReadings(Pool pool, CommentPageStore store, TopicStore topics, ScoreLabels labels) {
        this.pool = pool;
        this.store = store;
        this.topics = topics;
        this.labels = labels;
    }

    /** No page without its line in the log: both are one transaction. */
    Uni<CommentPage> page(CommentReading reading, int limit, String cursor, Language language) {
        long after = Cursor.decode(cursor, "cursor", 1)
                .map(place -> place.number(0, "cursor"))
                .orElse(0L);
        return topics.counts(reading.selection())
                .chain(counts -> pool.withTransaction(transaction -> store.after(
                                transaction, reading, after, CommentGroups.rows(limit))
                        .map(rows -> Page.of(
                                CommentGroups.of(rows, limit + 1), limit, group -> Cursor.of(group.lastBatch())))
                        .call(page -> store.log(transaction, reading, shown(page)))
                        .map(page -> page(reading, counts, page, language))));
    }

    private static int shown(Page<CommentGroups.Group> page) {
        return page.items().stream().mapToInt(group -> group.comments().size()).sum();
    }

    private CommentPage page(
            CommentReading reading, TopicStore.Counts counts, Page<CommentGroups.Group> page, Language language) {
        var selection = reading.selection();
        return new CommentPage(
                reading.recipe(counts.lastBatch()),
                selection.agencyValue(),
                labels.agency(selection.agencyValue()),
                selection.from().toString(),
                selection.to().toString(),
                Topics.RULES.version(),
                Math.toIntExact(counts.comments()),
                TopicCount.all(counts, language),
                page.items().stream().map(this::group).toList(),
                page.nextCursor(),
                CommentNotes.in(language));
    }

    private CommentPage.Group group(CommentGroups.Group group) {
        return new CommentPage.Group(
                group.agency(), labels.agency(group.agency()), group.month().toString(), group.comments());
    }

    Uni<CommentTopics> topics(Selection selection, Language language) {
        return topics.counts(selection)
                .map(counts -> new CommentTopics(
                        selection.from().toString(),
                        selection.to().toString(),
                        Topics.RULES.version(),
                        Math.toIntExact(counts.comments()),
                        List.copyOf(TopicCount.all(counts, language))));
    }
}
