package vn.motcua.dossier;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Stays as they are to be kept, as columns for one statement. */
final class StayRows {
    private final List<Counted> stays = new ArrayList<>();

    /** What all stays of one dossier share. */
    private record Whose(
            String code, String agency, String field, String procedure, String channel, OffsetDateTime receivedAt) {
        static Whose of(Row row) {
            return new Whose(
                    row.getString("code"),
                    agency(row),
                    row.getString("field_code"),
                    row.getString("procedure_code"),
                    row.getString("channel"),
                    row.getOffsetDateTime("received_at"));
        }

        /** The agency that handles it, else the one in its code. */
        private static String agency(Row row) {
            var named = row.getString("agency");
            return named.isEmpty() ? ClockFacts.agency(row.getString("code"), EventFacts.NONE) : named;
        }
    }

    private record Counted(Whose whose, int number, Stay stay) {
        Short verdict() {
            return stay.verdict() == null ? null : (short) stay.verdict().ordinal();
        }
    }

    /** @param dossiers the accepted ones; the others have no stays */
    StayRows(Iterable<Row> dossiers) {
        for (var row : dossiers) {
            var whose = Whose.of(row);
            var all = Stay.of(
                    Timeline.read(row.getString("timeline")), whose.receivedAt(), row.getOffsetDateTime("due_at"));
            for (int number = 0; number < all.size(); number++) {
                stays.add(new Counted(whose, number, all.get(number)));
            }
        }
    }

    /** @param codes all dossiers whose stays are made again */
    Tuple tuple(String[] codes) {
        return Tuple.tuple()
                .addArrayOfString(codes)
                .addArrayOfString(column(s -> s.whose().code(), String[]::new))
                .addArrayOfShort(column(s -> (short) s.number(), Short[]::new))
                .addArrayOfString(column(s -> s.whose().agency(), String[]::new))
                .addArrayOfString(column(s -> s.whose().field(), String[]::new))
                .addArrayOfString(column(s -> s.whose().procedure(), String[]::new))
                .addArrayOfString(column(s -> s.whose().channel(), String[]::new))
                .addArrayOfOffsetDateTime(column(s -> s.whose().receivedAt(), OffsetDateTime[]::new))
                .addArrayOfShort(column(s -> (short) s.stay().state(), Short[]::new))
                .addArrayOfOffsetDateTime(column(s -> s.stay().from(), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(s -> s.stay().to(), OffsetDateTime[]::new))
                .addArrayOfShort(column(Counted::verdict, Short[]::new))
                .addArrayOfOffsetDateTime(column(s -> s.stay().overdueFrom(), OffsetDateTime[]::new))
                .addArrayOfBoolean(column(s -> s.stay().dated(), Boolean[]::new));
    }

    private <T> T[] column(Function<Counted, T> value, IntFunction<T[]> array) {
        return stays.stream().map(value).toArray(array);
    }
}
