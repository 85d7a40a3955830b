package vn.motcua.dossier;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Checked events of one system as columns, for one insert. An id that is sent twice stands here once. */
final class EventRows {
    private final String source;
    /** The row of each event as it was sent, and whether it says what that row says. */
    private final int[] rowOf;

    private final boolean[] sameAsRow;
    private final List<CheckedEvent> rows = new ArrayList<>();
    private final UUID[] keys;
    private final UUID[] contents;
    private final String[] eventIds;
    private final String[] codes;
    private final Integer[] months;
    private final Short[] statuses;
    private final OffsetDateTime[] times;
    private final String[] payloads;
    private final UUID[] personKeys;
    private final Buffer[] proofs;
    private final Buffer[] sealed;
    private final Buffer[] hashes;
    private final String[] reasonCodes;
    private final String[] componentRefs;
    private final Boolean[] reasonMissing;

    EventRows(String source, List<CheckedEvent> events, EventSeal seal) {
        this.source = source;
        rowOf = new int[events.size()];
        sameAsRow = new boolean[events.size()];
        distinct(events, seal);
        int size = rows.size();
        keys = new UUID[size];
        contents = new UUID[size];
        eventIds = new String[size];
        codes = new String[size];
        months = new Integer[size];
        statuses = new Short[size];
        times = new OffsetDateTime[size];
        payloads = new String[size];
        personKeys = new UUID[size];
        proofs = new Buffer[size];
        sealed = new Buffer[size];
        hashes = new Buffer[size];
        reasonCodes = new String[size];
        componentRefs = new String[size];
        reasonMissing = new Boolean[size];
        for (int i = 0; i < size; i++) {
            set(i, rows.get(i), seal);
        }
    }

    private void distinct(List<CheckedEvent> events, EventSeal seal) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var known = first.putIfAbsent(event.sent().eventId(), rows.size());
            rowOf[i] = known == null ? rows.size() : known;
            sameAsRow[i] = known == null || content(event, seal).equals(content(rows.get(known), seal));
            if (known == null) {
                rows.add(event);
            }
        }
    }

    private static UUID content(CheckedEvent event, EventSeal seal) {
        return EventKey.ofContent(seal.contentHash(event, event.facts().toJson().encode()));
    }

    private void set(int i, CheckedEvent event, EventSeal seal) {
        var sent = event.sent();
        payloads[i] = event.facts().toJson().encode();
        var hash = seal.contentHash(event, payloads[i]);
        keys[i] = EventKey.ofId(source, sent.eventId());
        contents[i] = EventKey.ofContent(hash);
        eventIds[i] = sent.eventId();
        codes[i] = event.code().value();
        months[i] = EventMonth.of(event.code());
        statuses[i] = (short) event.status().number();
        times[i] = event.occurredAt();
        personKeys[i] = seal.personKey(sent.applicant());
        proofs[i] = Buffer.buffer(seal.proofs(event).bytes());
        var closed = seal.sealed(sent);
        sealed[i] = closed == null ? null : Buffer.buffer(closed);
        hashes[i] = Buffer.buffer(hash);
        reasonCodes[i] = sent.reason() == null ? null : sent.reason().code();
        componentRefs[i] = sent.reason() == null ? null : sent.reason().componentRef();
        reasonMissing[i] = event.reasonMissing();
    }

    int size() {
        return rows.size();
    }

    CheckedEvent event(int row) {
        return rows.get(row);
    }

    /** The row of the event that was sent in this place. */
    int rowOf(int place) {
        return rowOf[place];
    }

    /** Whether the event in this place says what the first event with its id says. */
    boolean sameAsRow(int place) {
        return sameAsRow[place];
    }

    /** The paper that the reason of this row names, null when there is none. */
    String paper(int row) {
        return ReasonCheck.isReturn(rows.get(row).status()) ? componentRefs[row] : null;
    }

    UUID key(int row) {
        return keys[row];
    }

    UUID content(int row) {
        return contents[row];
    }

    /** A row as an event of the fold, when nothing of its dossier was stored before. */
    StoredEvent stored(int row) {
        var event = rows.get(row);
        return new StoredEvent(
                codes[row],
                source,
                event.status(),
                event.occurredAt(),
                event.facts(),
                personKeys[row],
                new Proofs(proofs[row].getBytes()),
                hashes[row].getBytes(),
                reasonMissing[row],
                true);
    }

    Tuple tuple() {
        return Tuple.tuple()
                .addString(source)
                .addArrayOfUUID(keys)
                .addArrayOfUUID(contents)
                .addArrayOfString(eventIds)
                .addArrayOfString(codes)
                .addArrayOfInteger(months)
                .addArrayOfShort(statuses)
                .addArrayOfOffsetDateTime(times)
                .addArrayOfString(payloads)
                .addArrayOfUUID(personKeys)
                .addValue(proofs)
                .addValue(sealed)
                .addValue(hashes)
                .addArrayOfString(reasonCodes)
                .addArrayOfString(componentRefs)
                .addArrayOfBoolean(reasonMissing);
    }
}
