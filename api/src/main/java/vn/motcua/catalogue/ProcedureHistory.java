package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** What became of a procedure: the difference of two versions, and what to say of one that was abolished. */
@ApplicationScoped
class ProcedureHistory {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** $2 and $3 are version numbers; the newest when $3 is null. Internal versions are as if they were not there. */
    private static final String PAIR = """
            with own as (
                select v.code, v.number, v.valid_from, v.valid_to, v.release_id, v.change, v.record::text as record
                  from catalogue.procedure_version v
                 where not v.internal
                   and v.code = (select p.code
                                   from catalogue.procedure_version p
                                  where p.code = any ($1) and not p.internal
                                  order by array_position($1, p.code)
                                  limit 1))
            select code, number, valid_from, valid_to, release_id, change, record
              from own
             where number in ($2, coalesce($3, (select max(number) from own)))
            """;

    private static final String ABOLISHED = """
            select v.code, v.valid_from,
                   array (select n.code
                            from catalogue.procedure_version n
                           where n.record -> 'replaces' ? v.code
                             and n.valid_to is null and n.change <> 'ABOLISHED' and not n.internal
                           order by n.code
                           limit 5) as successors
              from catalogue.procedure_version v
             where v.code = any ($1) and v.valid_to is null and v.change = 'ABOLISHED' and not v.internal
               and exists (select from catalogue.procedure_version p
                            where p.code = v.code and p.change <> 'ABOLISHED' and not p.internal)
             order by array_position($1, v.code)
             limit 1
            """;

    private final Pool pool;
    private final ObjectMapper json;

    ProcedureHistory(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** A procedure that is no longer in force since {@code from}. */
    record Abolished(String code, LocalDate from, List<String> successors) {}

    private record Stored(String code, ProcedureVersion version, JsonNode record) {}

    /** @param to null: the newest version */
    Uni<ProcedureDiff> diff(List<String> codes, int from, Integer to) {
        return pool.preparedQuery(PAIR)
                .execute(Tuple.of(codes.toArray(String[]::new), from, to))
                .map(rows -> {
                    var found = StreamSupport.stream(rows.spliterator(), false)
                            .map(this::stored)
                            .toList();
                    var earlier = version(found, from);
                    var later = to == null
                            ? found.stream()
                                    .max((a, b) -> Integer.compare(
                                            a.version().number(), b.version().number()))
                                    .orElseThrow()
                            : version(found, to);
                    return new ProcedureDiff(
                            later.code(),
                            earlier.version(),
                            later.version(),
                            RecordDiff.between(earlier.record(), later.record()));
                });
    }

    Uni<Optional<Abolished>> abolished(List<String> codes) {
        return pool.preparedQuery(ABOLISHED)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Abolished(
                                row.getString("code"),
                                row.getLocalDate("valid_from"),
                                List.of(row.getArrayOfStrings("successors"))))
                        .findFirst());
    }

    static ProblemException gone(Abolished procedure) {
        var day = procedure.from().format(DAY);
        var code = procedure.code();
        var successors = String.join(", ", procedure.successors());
        return ProblemException.of(
                ProblemType.PROCEDURE_NOT_FOUND,
                "Thủ tục %s bị bãi bỏ từ ngày %s.%s Các phiên bản trước đây: /v1/procedures/%s/versions."
                        .formatted(code, day, successors.isEmpty() ? "" : " Thay bằng: " + successors + ".", code),
                "Procedure %s was abolished on %s.%s Its earlier versions: /v1/procedures/%s/versions."
                        .formatted(
                                code,
                                procedure.from(),
                                successors.isEmpty() ? "" : " Replaced by: " + successors + ".",
                                code));
    }

    private static Stored version(List<Stored> found, int number) {
        return found.stream()
                .filter(one -> one.version().number() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.PROCEDURE_NOT_FOUND,
                        "Không có phiên bản này. Hãy xem danh sách phiên bản của thủ tục.",
                        "There is no such version. See the list of versions of the procedure."));
    }

    private Stored stored(Row row) {
        try {
            return new Stored(
                    row.getString("code"), CatalogueStore.version(row), json.readTree(row.getString("record")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }
}
