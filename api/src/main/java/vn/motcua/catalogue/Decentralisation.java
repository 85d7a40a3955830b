package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Which procedures are done at other levels on the last day than on the first: the code stays, the competence moves.
 *
 * @param heldByMinistries done by ministries alone on the first day, and still in force on the last
 * @param decentralised those of them that a province or commune does now
 * @param share percent of {@code heldByMinistries}, two decimals; null when that is 0
 * @param moves how many procedures went from which levels to which
 * @param items one page of them, by code
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Decentralisation(
        LocalDate from,
        LocalDate to,
        long heldByMinistries,
        long decentralised,
        BigDecimal share,
        List<Move> moves,
        List<Moved> items,
        String nextCursor) {
    Decentralisation {
        moves = List.copyOf(moves);
        items = List.copyOf(items);
    }

    @RegisterForReflection
    record Move(List<Level> before, List<Level> after, long procedures) {}

    @RegisterForReflection
    record Moved(String code, String name, List<Level> before, List<Level> after, LocalDate since) {}
}
