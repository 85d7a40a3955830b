package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Versions of procedures that running dossiers go by, also when a newer one is in force. */
@ApplicationScoped
public class PinnedProcedures {
    private static final String VERSION = """
            select record::text as record
            from catalogue.procedure_version
            where code = $1 and number = $2 and not internal
            """;

    private final Pool pool;
    private final ObjectMapper json;

    PinnedProcedures(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** This version of this procedure; one that is not public or not there is {@link PinnedProcedure#UNKNOWN}. */
    public Uni<PinnedProcedure> version(String code, Integer number) {
        return code == null || number == null
                ? Uni.createFrom().item(PinnedProcedure.UNKNOWN)
                : pool.preparedQuery(VERSION)
                        .execute(Tuple.of(code, number))
                        .map(rows -> rows.stream().findFirst().map(this::pinned).orElse(PinnedProcedure.UNKNOWN));
    }

    private PinnedProcedure pinned(Row row) {
        try {
            var published = json.readValue(row.getString("record"), ProcedureRecord.class);
            return new PinnedProcedure(
                    published.receptionAddress(),
                    published.components().stream()
                            .flatMap(group -> group.items().stream())
                            .map(paper -> new PinnedProcedure.Paper(
                                    paper.componentCode(),
                                    paper.name(),
                                    paper.originals(),
                                    paper.copies(),
                                    paper.form(),
                                    paper.formRef(),
                                    paper.electronicForm()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }
}
