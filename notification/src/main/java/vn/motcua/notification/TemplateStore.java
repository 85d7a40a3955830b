package vn.motcua.notification;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.Text;
import vn.motcua.openapi.Vietnam;

/** SQL of published texts. A version is written once and never changed. */
@ApplicationScoped
class TemplateStore {
    /** Shipped texts have versions below it. */
    static final int FIRST_PUBLISHED = 100;

    private static final String NEWEST = """
            select distinct on (kind) kind, version, title, body, lock_screen, note, published_at
            from notification.template
            order by kind, version desc
            """;
    private static final String ONE = """
            select kind, version, title, body, lock_screen, note, published_at
            from notification.template
            where kind = $1 and version = $2
            """;
    // Two editors at once: the version that both count from decides, and the primary key where they are that close.
    private static final String PUBLISH = """
            insert into notification.template (kind, version, title, body, lock_screen, note)
            select $1, greatest($2 + 1, %d), $3::text::jsonb, $4::text::jsonb, $5::text::jsonb, $6
            where coalesce((select max(version) from notification.template where kind = $1), $7) = $2
            on conflict do nothing
            returning kind, version, title, body, lock_screen, note, published_at
            """.formatted(FIRST_PUBLISHED);

    private final Pool pool;

    TemplateStore(Pool pool) {
        this.pool = pool;
    }

    /** What new messages are written with, one of each kind. */
    Uni<List<Template>> current() {
        return pool.preparedQuery(NEWEST).execute().map(rows -> {
            var published = StreamSupport.stream(rows.spliterator(), false)
                    .map(TemplateStore::template)
                    .collect(toMap(Template::kind, Function.identity()));
            return Arrays.stream(Notice.Kind.values())
                    .map(kind -> published.getOrDefault(
                            kind, shipped(kind, Templates.current(kind)).orElseThrow()))
                    .toList();
        });
    }

    Uni<Optional<Template>> one(Notice.Kind kind, int version) {
        if (version < FIRST_PUBLISHED) {
            return Uni.createFrom().item(shipped(kind, version));
        }
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(kind.name(), version))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TemplateStore::template)
                        .findFirst());
    }

    /** Nothing when {@code basedOn} is not the current version. */
    Uni<Optional<Template>> publish(Notice.Kind kind, int basedOn, Wording wording, String note) {
        var body = new JsonArray();
        wording.body().forEach(sentence -> body.add(json(sentence)));
        return pool.preparedQuery(PUBLISH)
                .execute(Tuple.tuple()
                        .addString(kind.name())
                        .addInteger(basedOn)
                        .addString(json(wording.title()).encode())
                        .addString(body.encode())
                        .addString(wording.lockScreen()
                                .map(text -> json(text).encode())
                                .orElse(null))
                        .addString(note)
                        .addInteger(Templates.current(kind)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TemplateStore::template)
                        .findFirst());
    }

    /** The words of a row that may have none: a shipped text. */
    static Optional<Wording> wording(Row row) {
        var title = row.get(JsonObject.class, "title");
        if (title == null) {
            return Optional.empty();
        }
        var body = row.get(JsonArray.class, "body");
        return Optional.of(new Wording(
                text(title),
                body.stream()
                        .map(JsonObject.class::cast)
                        .map(TemplateStore::text)
                        .toList(),
                Optional.ofNullable(row.get(JsonObject.class, "lock_screen")).map(TemplateStore::text)));
    }

    private static Optional<Template> shipped(Notice.Kind kind, int version) {
        return Templates.shipped(kind, version).map(wording -> Template.of(kind, version, wording, null, null));
    }

    private static Template template(Row row) {
        return Template.of(
                Notice.Kind.valueOf(row.getString("kind")),
                row.getInteger("version"),
                wording(row).orElseThrow(),
                row.getString("note"),
                Vietnam.time(row.getOffsetDateTime("published_at")));
    }

    private static JsonObject json(Text text) {
        return new JsonObject().put("vi", text.vi()).put("en", text.en());
    }

    private static Text text(JsonObject json) {
        return new Text(json.getString("vi"), json.getString("en"));
    }
}
