package vn.motcua.satisfaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way of comments from the mixing to the reader. They come out of their rest with at least ten ratings at once, wait
 * sealed until ten of their agency and month have come together, and become readable as one shuffled batch that nothing links
 * to ratings. Counts of topics are told in atoms of their own, of at least ten who mention it.
 *
 * <p>Runs inside the mixing, one at a time in all replicas.
 */
@Singleton
class Comments {
    /** Not static: a native executable would carry one seed, the same at every start. */
    private final SecureRandom random = new SecureRandom();

    private final Pool pool;
    private final MixStore lock;
    private final CommentStore store;
    private final TopicStore topics;
    private final TicketKeys keys;
    private final SatisfactionConfig config;

    Comments(
            Pool pool,
            MixStore lock,
            CommentStore store,
            TopicStore topics,
            TicketKeys keys,
            SatisfactionConfig config) {
        this.pool = pool;
        this.lock = lock;
        this.store = store;
        this.topics = topics;
        this.keys = keys;
        this.config = config;
    }

    /** A redacted comment, and the month in which its rating counts. */
    record Written(YearMonth month, String text) {}

    /** Adds what stands behind these sealed ratings; many have no comment. */
    void read(YearMonth month, List<byte[]> ratings, List<Written> written) {
        for (var rating : ratings) {
            var text = keys.comment(rating);
            if (text != null) {
                written.add(new Written(month, text));
            }
        }
    }

    /** Lets them wait, and publishes what is ten. */
    Uni<Void> gather(SqlConnection transaction, String agency, List<Written> written, LocalDate today) {
        if (written.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var shuffled = new ArrayList<>(written);
        Collections.shuffle(shuffled, random);
        return store.wait(transaction, agency, shuffled, text -> keys.sealComment(text))
                .chain(() -> publish(transaction, agency, today));
    }

    /** What time alone makes ready: months that were closed, topics that go up, and what has been kept long enough. */
    Uni<Void> tend(LocalDate today) {
        return store.agenciesBefore(firstOpenMonth(today))
                .chain(agencies -> Multi.createFrom()
                        .iterable(agencies)
                        .onItem()
                        .transformToUniAndConcatenate(agency -> pool.withTransaction(
                                transaction -> lock.lock(transaction).chain(() -> publish(transaction, agency, today))))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> pool.withTransaction(transaction -> lock.lock(transaction)
                        .chain(() -> topics.raise(transaction, firstOpenMonth(today)))
                        .chain(() -> topics.publish(transaction, today))
                        .chain(() -> store.forget(transaction, today.minus(config.keepComments())))));
    }

    private YearMonth firstOpenMonth(LocalDate today) {
        return YearMonth.from(today.minusDays(config.closeAfterDays() + 1L));
    }

    private Uni<Void> publish(SqlConnection transaction, String agency, LocalDate today) {
        return store.waiting(transaction, agency)
                .map(waiting -> CommentBatches.ready(waiting, firstOpenMonth(today)))
                .chain(ready -> Multi.createFrom()
                        .iterable(ready)
                        .onItem()
                        .transformToUniAndConcatenate(months -> publish(transaction, agency, months, today))
                        .onItem()
                        .ignoreAsUni());
    }

    /** All that waits of these months, in batches. */
    private Uni<Void> publish(SqlConnection transaction, String agency, List<YearMonth> months, LocalDate today) {
        return store.take(transaction, agency, months)
                .map(taken -> new ArrayList<>(taken.stream().map(keys::comment).toList()))
                .invoke(texts -> Collections.shuffle(texts, random))
                .chain(texts -> Multi.createFrom()
                        .iterable(CommentBatches.divided(texts))
                        .onItem()
                        .transformToUniAndConcatenate(
                                batch -> publishBatch(transaction, agency, months.getLast(), batch, today))
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Void> publishBatch(
            SqlConnection transaction, String agency, YearMonth month, List<String> texts, LocalDate today) {
        var comments = texts.stream()
                .map(text -> new Comment(text, Topics.RULES.of(text)))
                .toList();
        return store.publish(transaction, agency, month, comments, today)
                .chain(() -> topics.add(transaction, agency, month, comments))
                .chain(() -> topics.publish(transaction, today));
    }
}
