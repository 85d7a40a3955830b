package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The published versions of a questionnaire, and which questions of theirs are declared to be the same. */
@Singleton
class AskedVersions {
    private static final String VERSIONS = """
            select version, published_on
            from satisfaction.questionnaire
            where code = $1 and state <> 'DRAFT'
            """;

    private static final String MAPPINGS = """
            select version, code, to_code
            from satisfaction.item_mapping
            where questionnaire = $1 and to_version = $2
            """;

    private final Pool pool;
    private final Questionnaires questionnaires;

    AskedVersions(Pool pool, Questionnaires questionnaires) {
        this.pool = pool;
        this.questionnaires = questionnaires;
    }

    /**
     * @param latest the version that scores are about
     * @param all every version that was ever published
     * @param publishedOn by version
     * @param mapped by earlier version: code there, code in the latest; the latest is mapped to itself
     */
    record Asked(
            Questionnaire latest,
            List<Questionnaire> all,
            Map<Integer, LocalDate> publishedOn,
            Map<Integer, Map<String, String>> mapped) {

        Optional<Questionnaire> version(int number) {
            return all.stream().filter(q -> q.version() == number).findFirst();
        }
    }

    /** Empty when no version was ever published. */
    Uni<Optional<Asked>> of(String code) {
        return pool.preparedQuery(VERSIONS).execute(Tuple.of(code)).chain(rows -> {
            var days = new TreeMap<Integer, LocalDate>();
            rows.forEach(row -> days.put(row.getInteger("version"), row.getLocalDate("published_on")));
            return days.isEmpty() ? Uni.createFrom().item(Optional.empty()) : of(code, days);
        });
    }

    private Uni<Optional<Asked>> of(String code, TreeMap<Integer, LocalDate> days) {
        var read = days.keySet().stream()
                .map(version -> questionnaires.asked(pool, code, version))
                .toList();
        return Uni.join()
                .all(read)
                .andFailFast()
                .chain(all -> mapped(code, all.getLast())
                        .map(mapped -> Optional.of(new Asked(all.getLast(), List.copyOf(all), days, mapped))));
    }

    private Uni<Map<Integer, Map<String, String>>> mapped(String code, Questionnaire latest) {
        return pool.preparedQuery(MAPPINGS)
                .execute(Tuple.of(code, latest.version()))
                .map(rows -> {
                    var mapped = new HashMap<Integer, Map<String, String>>();
                    rows.forEach(row -> mapped.computeIfAbsent(row.getInteger("version"), version -> new HashMap<>())
                            .put(row.getString("code"), row.getString("to_code")));
                    mapped.put(
                            latest.version(),
                            latest.items().stream()
                                    .map(Questionnaire.Item::code)
                                    .collect(Collectors.toMap(item -> item, item -> item)));
                    return mapped;
                });
    }
}
