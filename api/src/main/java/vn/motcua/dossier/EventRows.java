package vn.motcua.dossier;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Checked events as columns, for one insert. */
final class EventRows {
    private final String source;
    private final String[] eventIds;
    private final String[] codes;
    private final Short[] statuses;
    private final OffsetDateTime[] times;
    private final String[] payloads;
    private final UUID[] personKeys;
    private final Buffer[] proofs;
    private final Buffer[] sealed;
    private final Buffer[] hashes;

    EventRows(String source, List<CheckedEvent> events, EventSeal seal) {
        int size = events.size();
        this.source = source;
        eventIds = new String[size];
        codes = new String[size];
        statuses = new Short[size];
        times = new OffsetDateTime[size];
        payloads = new String[size];
        personKeys = new UUID[size];
        proofs = new Buffer[size];
        sealed = new Buffer[size];
        hashes = new Buffer[size];
        for (int i = 0; i < size; i++) {
            set(i, events.get(i), seal);
        }
    }

    private void set(int i, CheckedEvent event, EventSeal seal) {
        eventIds[i] = event.sent().eventId();
        codes[i] = event.code().value();
        statuses[i] = (short) event.status().number();
        times[i] = event.occurredAt();
        payloads[i] = event.facts().toJson().encode();
        personKeys[i] = seal.personKey(event.sent().applicant());
        proofs[i] = Buffer.buffer(seal.proofs(event).bytes());
        var closed = seal.sealed(event.sent());
        sealed[i] = closed == null ? null : Buffer.buffer(closed);
        hashes[i] = Buffer.buffer(seal.contentHash(event));
    }

    Tuple tuple() {
        return Tuple.tuple()
                .addString(source)
                .addArrayOfString(eventIds)
                .addArrayOfString(codes)
                .addArrayOfShort(statuses)
                .addArrayOfOffsetDateTime(times)
                .addArrayOfString(payloads)
                .addArrayOfUUID(personKeys)
                .addValue(proofs)
                .addValue(sealed)
                .addValue(hashes);
    }
}
