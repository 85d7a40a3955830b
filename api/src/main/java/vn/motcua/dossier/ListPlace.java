package vn.motcua.dossier;

import java.time.Instant;
import java.time.OffsetDateTime;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Vietnam;

/** A place in a list by latest change. */
record ListPlace(OffsetDateTime time, String code) {
    private static final ListPlace START = new ListPlace(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, Vietnam.OFFSET), "");
    private static final long MICROS = 1_000_000;

    /** Beyond this no time fits into the database; a client made such a cursor up. */
    private static final long LAST = START.time().toEpochSecond() * MICROS;

    static ListPlace of(String cursor) {
        return Cursor.decode(cursor, "cursor", 2)
                .map(keys -> {
                    long micros = Math.clamp(keys.number(0, "cursor"), 0, LAST);
                    var instant = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
                    return new ListPlace(instant.atOffset(Vietnam.OFFSET), keys.key(1));
                })
                .orElse(START);
    }

    static Cursor after(DossierRow row) {
        var time = row.lastEventAt();
        return Cursor.of(time.toEpochSecond() * MICROS + time.getNano() / 1_000, row.code());
    }
}
