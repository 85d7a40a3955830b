package vn.motcua.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.Vietnam;

/** Reads and writes of the editors' words. */
@ApplicationScoped
class SearchWordsStore {

    private static final String VERSION = """
            select coalesce(max(version), 0) as version from search.words
            """;

    private static final String ONE = """
            select version, published_at, note, words::text as words
              from search.words
             where version = coalesce($1, (select max(version) from search.words))
            """;

    private static final String VERSIONS = """
            select version, published_at, note,
                   jsonb_array_length(words -> 'synonyms') as synonyms,
                   jsonb_array_length(words -> 'bestBets') as best_bets
              from search.words
             order by version desc
             limit 100
            """;

    /** Inserts nothing when another version was published since; two at once meet at the primary key. */
    private static final String PUBLISH = """
            insert into search.words (version, note, words)
            select $1, $2, $3::text::jsonb
             where $1 = (select coalesce(max(version), 0) + 1 from search.words)
            on conflict (version) do nothing
            """;

    private static final String TELL = "select pg_notify('" + PublishedWords.CHANNEL + "', $1)";

    private final Pool pool;
    private final ObjectMapper json;

    SearchWordsStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** What stands in the column; the rest of a version has columns of its own. */
    @RegisterForReflection
    record Stored(List<SearchWords.Synonym> synonyms, List<SearchWords.BestBet> bestBets) {}

    Uni<Integer> version() {
        return pool.query(VERSION).execute().map(rows -> rows.iterator().next().getInteger("version"));
    }

    Uni<Optional<SearchWords>> newest() {
        return one(null);
    }

    Uni<Optional<SearchWords>> one(Integer version) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.tuple().addInteger(version))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(this::words));
    }

    Uni<List<SearchWordsVersion>> versions() {
        return pool.query(VERSIONS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new SearchWordsVersion(
                                row.getInteger("version"),
                                row.getOffsetDateTime("published_at")
                                        .atZoneSameInstant(Vietnam.ZONE)
                                        .toOffsetDateTime(),
                                row.getString("note"),
                                row.getInteger("synonyms"),
                                row.getInteger("best_bets")))
                        .toList());
    }

    /** False when {@code words} is not the version after the newest one. */
    Uni<Boolean> publish(SearchWords words) {
        var values = Tuple.of(words.version(), words.note(), written(words));
        return pool.withTransaction(connection -> connection
                .preparedQuery(PUBLISH)
                .execute(values)
                .flatMap(published -> connection
                        .preparedQuery(TELL)
                        .execute(Tuple.of(Integer.toString(words.version())))
                        .replaceWith(published.rowCount() == 1)));
    }

    private SearchWords words(Row row) {
        try {
            var stored = json.readValue(row.getString("words"), Stored.class);
            return new SearchWords(
                    row.getInteger("version"),
                    row.getOffsetDateTime("published_at")
                            .atZoneSameInstant(Vietnam.ZONE)
                            .toOffsetDateTime(),
                    row.getString("note"),
                    stored.synonyms(),
                    stored.bestBets());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored words cannot be read", e);
        }
    }

    private String written(SearchWords words) {
        try {
            return json.writeValueAsString(new Stored(words.synonyms(), words.bestBets()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words that were read cannot be written", e);
        }
    }
}
