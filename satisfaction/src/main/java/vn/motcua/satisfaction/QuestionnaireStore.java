package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.openapi.Text;

/** SQL of questionnaires. That a published one is never changed is the database's own rule (triggers). */
@Singleton
class QuestionnaireStore {
    private static final String READ = """
            select q.code, q.version, q.state, q.title_vi, q.title_en, i.code as item, i.factor, i.text_vi, i.text_en
            from satisfaction.questionnaire q
            join satisfaction.item i on i.questionnaire = q.code and i.version = q.version
            where ($1::text is null or q.code = $1) and ($2::int is null or q.version = $2)
            order by q.code, q.version, i.position
            """;

    /** The next version of the code; a version that another caller takes at the same moment is a duplicate key. */
    private static final String CREATE = """
            insert into satisfaction.questionnaire (code, version, title_vi, title_en, state)
            select $1, coalesce(max(version), 0) + 1, $2, $3, 'DRAFT'
            from satisfaction.questionnaire
            where code = $1
            returning version
            """;

    private static final String RETITLE = """
            update satisfaction.questionnaire
            set title_vi = $3, title_en = $4
            where code = $1 and version = $2 and state = 'DRAFT'
            """;

    private static final String DROP_ITEMS = "delete from satisfaction.item where questionnaire = $1 and version = $2";

    private static final String ADD_ITEMS = """
            insert into satisfaction.item (questionnaire, version, position, factor, code, text_vi, text_en)
            select $1, $2, i.position, i.factor, i.code, i.text_vi, i.text_en
            from unnest($3::text[], $4::text[], $5::text[], $6::text[])
                with ordinality as i (factor, code, text_vi, text_en, position)
            """;

    private static final String RETIRE = """
            update satisfaction.questionnaire
            set state = 'RETIRED', retired_on = current_date
            where code = $1 and ($2::int is null or version = $2) and state = 'PUBLISHED'
            """;

    private static final String PUBLISH = """
            update satisfaction.questionnaire
            set state = 'PUBLISHED', published_on = current_date
            where code = $1 and version = $2 and state = 'DRAFT'
            """;

    private static final String MAP = """
            insert into satisfaction.item_mapping (questionnaire, version, code, to_version, to_code)
            select $1, $2, m.code, $3, m.to_code
            from unnest($4::text[], $5::text[]) as m (code, to_code)
            on conflict do nothing
            """;

    private final Pool pool;

    QuestionnaireStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Questionnaire>> all(String code) {
        return read(pool, code, null);
    }

    Uni<Optional<Questionnaire>> find(SqlClient client, String code, int version) {
        return read(client, code, version).map(found -> found.stream().findFirst());
    }

    /** Writes a new draft and returns its version. */
    Uni<Integer> create(SqlConnection transaction, Questionnaire draft) {
        return transaction
                .preparedQuery(CREATE)
                .execute(
                        Tuple.of(draft.code(), draft.title().vi(), draft.title().en()))
                .map(rows -> rows.iterator().next().getInteger("version"))
                .call(version -> addItems(transaction, draft, version));
    }

    /** Whether there was a draft to replace. */
    Uni<Boolean> replace(SqlConnection transaction, Questionnaire draft) {
        return transaction
                .preparedQuery(RETITLE)
                .execute(Tuple.of(
                        draft.code(),
                        draft.version(),
                        draft.title().vi(),
                        draft.title().en()))
                .chain(changed -> changed.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : transaction
                                .preparedQuery(DROP_ITEMS)
                                .execute(Tuple.of(draft.code(), draft.version()))
                                .chain(() -> addItems(transaction, draft, draft.version()))
                                .replaceWith(true));
    }

    /** Publishes a draft in place of the version published so far; false when it is no draft. */
    Uni<Boolean> publish(SqlConnection transaction, String code, int version) {
        return transaction
                .preparedQuery(RETIRE)
                .execute(Tuple.of(code, null))
                .chain(() -> transaction.preparedQuery(PUBLISH).execute(Tuple.of(code, version)))
                .map(changed -> changed.rowCount() == 1);
    }

    Uni<Boolean> retire(SqlConnection transaction, String code, int version) {
        return transaction
                .preparedQuery(RETIRE)
                .execute(Tuple.of(code, version))
                .map(changed -> changed.rowCount() == 1);
    }

    Uni<Void> map(SqlConnection transaction, String code, int from, int to, Map<String, String> items) {
        var pairs = new LinkedHashMap<>(items);
        return transaction
                .preparedQuery(MAP)
                .execute(Tuple.of(
                        code,
                        from,
                        to,
                        pairs.keySet().toArray(String[]::new),
                        pairs.values().toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> addItems(SqlConnection transaction, Questionnaire draft, int version) {
        return transaction
                .preparedQuery(ADD_ITEMS)
                .execute(Tuple.tuple()
                        .addString(draft.code())
                        .addInteger(version)
                        .addValue(column(draft, item -> item.factor().name()))
                        .addValue(column(draft, Questionnaire.Item::code))
                        .addValue(column(draft, item -> item.text().vi()))
                        .addValue(column(draft, item -> item.text().en())))
                .replaceWithVoid();
    }

    private static String[] column(Questionnaire draft, Function<Questionnaire.Item, String> value) {
        return draft.items().stream().map(value).toArray(String[]::new);
    }

    private static Uni<List<Questionnaire>> read(SqlClient client, String code, Integer version) {
        return client.preparedQuery(READ).execute(Tuple.of(code, version)).map(rows -> {
            var items = new LinkedHashMap<Questionnaire, List<Questionnaire.Item>>();
            for (var row : rows) {
                items.computeIfAbsent(head(row), head -> new ArrayList<>())
                        .add(new Questionnaire.Item(
                                row.getString("item"), Factor.valueOf(row.getString("factor")), text(row, "text")));
            }
            return items.entrySet().stream()
                    .map(e -> new Questionnaire(
                            e.getKey().code(),
                            e.getKey().version(),
                            e.getKey().state(),
                            e.getKey().title(),
                            e.getValue()))
                    .toList();
        });
    }

    private static Questionnaire head(Row row) {
        return new Questionnaire(
                row.getString("code"),
                row.getInteger("version"),
                Questionnaire.State.valueOf(row.getString("state")),
                text(row, "title"),
                List.of());
    }

    private static Text text(Row row, String column) {
        return new Text(row.getString(column + "_vi"), row.getString(column + "_en"));
    }
}
