package vn.motcua.dossier;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Vietnam;

/**
 * What of a queue is asked for.
 *
 * @param risk null for all
 * @param state null for all
 */
record QueueSelection(AgencyCode agency, QueueRisk risk, DossierStatus state, Order order) {
    /** Orders that time does not change, so that pages hold together. */
    enum Order {
        /** Next due first, those without a date last. */
        DUE,
        /** Longest here first. */
        AGE
    }

    /** A place in the queue: behind this time, and at it behind this code. */
    record Place(OffsetDateTime time, String code) {
        static final OffsetDateTime LAST = OffsetDateTime.parse("9999-12-31T00:00:00Z");
        private static final long MICROS = 1_000_000;
        private static final Place FIRST = new Place(OffsetDateTime.parse("0001-01-01T00:00:00Z"), "");

        static Place of(String cursor, Order order) {
            return Cursor.decode(cursor, "cursor", 3)
                    .map(keys -> {
                        if (!order.name().equals(keys.key(0))) {
                            throw ProblemException.invalid(
                                    "cursor",
                                    "Con trỏ thuộc cách sắp xếp khác. Hãy bắt đầu lại từ trang đầu.",
                                    "This cursor belongs to another order. Begin again with the first page.");
                        }
                        long micros = Math.clamp(keys.number(1, "cursor"), 0, LAST.toEpochSecond() * MICROS);
                        var instant = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
                        return new Place(instant.atOffset(Vietnam.OFFSET), keys.key(2));
                    })
                    .orElse(FIRST);
        }

        Cursor cursor(Order order) {
            return Cursor.of(order.name(), time.toEpochSecond() * MICROS + time.getNano() / 1_000, code);
        }
    }

    static QueueSelection of(AgencyCode agency, String risk, String state, String sort) {
        return new QueueSelection(
                agency,
                risk == null ? null : oneOf("risk", risk, List.of(QueueRisk.values())),
                state == null ? null : oneOf("state", state, List.of(DossierStatus.values())),
                sort == null ? Order.DUE : oneOf("sort", sort, List.of(Order.values())));
    }

    private static <T extends Enum<T>> T oneOf(String name, String text, List<T> values) {
        return values.stream()
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    var all = String.join(", ", values.stream().map(Enum::name).toList());
                    return ProblemException.invalid(name, "Chỉ nhận: " + all + ".", "One of: " + all + ".");
                });
    }
}
