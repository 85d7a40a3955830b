package vn.motcua.catalogue;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Versions that are no longer in memory. What was read is kept until the next release. */
@ApplicationScoped
class PastVersions {
    private static final int REMEMBERED = 20_000;

    /** The last version that had begun on the day, else the first of all: history may begin after the dossier. */
    private static final String AT = """
            select w.place::int4 as place, v.code, v.number, v.internal, v.record::text as record
            from unnest($1::text[], $2::date[], $3::int4[]) with ordinality as w (code, day, version, place)
            cross join lateral (
                select p.code, p.number, p.internal, p.record
                from catalogue.procedure_version p
                where p.code = w.code and p.change <> 'ABOLISHED' and (w.version is null or p.number = w.version)
                order by p.valid_from <= w.day desc,
                         case when p.valid_from <= w.day then p.number else -p.number end desc
                limit 1) v
            """;

    private static final String FOREIGN = """
            select w.place::int4 as place
            from unnest($1::text[], $2::int4[], $3::text[]) with ordinality as w (code, version, paper, place)
            join catalogue.procedure_version v on v.code = w.code and v.number = w.version
            where not jsonb_path_exists(v.record, '$.components[*].items[*] ? (@.componentCode == $paper)',
                                        jsonb_build_object('paper', w.paper))
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private volatile Known known = new Known(-1, Map.of());

    private record Known(long release, Map<ProceduresAt.Key, Optional<ProcedureFacts>> facts) {}

    PastVersions(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Keys that are answered with nothing are unknown to the catalogue. */
    Uni<Map<ProceduresAt.Key, Optional<ProcedureFacts>>> find(long release, Collection<ProceduresAt.Key> keys) {
        var facts = facts(release);
        var missing = keys.stream().filter(key -> !facts.containsKey(key)).toList();
        return (missing.isEmpty() ? Uni.createFrom().voidItem() : read(missing, facts)).map(done -> {
            var found = new HashMap<ProceduresAt.Key, Optional<ProcedureFacts>>();
            keys.forEach(key -> found.put(key, facts.getOrDefault(key, Optional.empty())));
            return found;
        });
    }

    private Map<ProceduresAt.Key, Optional<ProcedureFacts>> facts(long release) {
        var now = known;
        if (now.release() != release || now.facts().size() > REMEMBERED) {
            now = new Known(release, new ConcurrentHashMap<>());
            known = now;
        }
        return now.facts();
    }

    private Uni<Void> read(List<ProceduresAt.Key> keys, Map<ProceduresAt.Key, Optional<ProcedureFacts>> facts) {
        var wanted = Tuple.of(
                keys.stream().map(ProceduresAt.Key::code).toArray(String[]::new),
                keys.stream().map(ProceduresAt.Key::day).toArray(LocalDate[]::new),
                keys.stream().map(ProceduresAt.Key::version).toArray(Integer[]::new));
        return pool.preparedQuery(AT)
                .execute(wanted)
                .invoke(rows -> {
                    keys.forEach(key -> facts.putIfAbsent(key, Optional.empty()));
                    rows.forEach(row -> facts.put(keys.get(row.getInteger("place") - 1), Optional.of(facts(row))));
                })
                .replaceWithVoid();
    }

    /** Those of these papers that their version does not ask for. */
    Uni<Set<PaperRef>> foreign(List<PaperRef> papers) {
        return pool.preparedQuery(FOREIGN)
                .execute(Tuple.of(
                        papers.stream().map(PaperRef::procedure).toArray(String[]::new),
                        papers.stream().map(PaperRef::version).toArray(Integer[]::new),
                        papers.stream().map(PaperRef::paper).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> papers.get(row.getInteger("place") - 1))
                        .collect(toSet()));
    }

    private ProcedureFacts facts(Row row) {
        try {
            var published = json.readValue(row.getString("record"), ProcedureRecord.class);
            return facts(published, row.getInteger("number"), row.getBoolean("internal"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }

    static ProcedureFacts facts(ProcedureRecord published, int number, boolean internal) {
        return new ProcedureFacts(
                published.code(),
                // People see this name beside their dossier; an internal procedure shows its code alone.
                internal ? published.code() : published.name(),
                published.field().code(),
                published.field().name(),
                number,
                TimeLimits.facts(published));
    }
}
