package vn.motcua.satisfaction;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The attributes by which answers of one agency may be told apart; {@link #ANY} where an attribute is not kept. */
record Cell(YearMonth month, String field, String procedure, String outcome, String channel) {
    static final String ANY = "*";

    Cell {
        Objects.requireNonNull(month, "month");
    }

    /** What all of them share; the month is that of the latest. */
    static Cell common(List<Cell> cells) {
        return new Cell(
                cells.stream().map(Cell::month).max(YearMonth::compareTo).orElseThrow(),
                shared(cells, Cell::field),
                shared(cells, Cell::procedure),
                shared(cells, Cell::outcome),
                shared(cells, Cell::channel));
    }

    private static String shared(List<Cell> cells, Function<Cell, String> attribute) {
        var first = attribute.apply(cells.getFirst());
        return cells.stream().map(attribute).allMatch(first::equals) ? first : ANY;
    }
}
