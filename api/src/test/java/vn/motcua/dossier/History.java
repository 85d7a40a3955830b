package vn.motcua.dossier;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes the history of one dossier step by step, and folds it. */
final class History {
    static final String CODE = "H44.07-261005-0001";
    static final UUID PERSON = new UUID(1, 2);

    private final List<StoredEvent> events = new ArrayList<>();

    History on(String time, DossierStatus status) {
        return on(time, status, EventFacts.NONE);
    }

    History on(String time, DossierStatus status, EventFacts facts) {
        var hash = ByteBuffer.allocate(32).putInt(events.size()).array();
        events.add(new StoredEvent(CODE, "system", status, at(time), facts, PERSON, Proofs.NONE, hash, false, true));
        return this;
    }

    /** What happened so far was known before the batch at hand. */
    History known() {
        events.replaceAll(e -> new StoredEvent(
                e.dossierCode(),
                e.source(),
                e.status(),
                e.occurredAt(),
                e.facts(),
                e.personKey(),
                e.proofs(),
                e.contentHash(),
                e.reasonMissing(),
                false));
        return this;
    }

    Folded fold() {
        return DossierFold.fold(events, FoldRules.DERIVED);
    }

    static OffsetDateTime at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00");
    }

    static EventFacts procedure(Channel channel) {
        return new EventFacts("1.001193", null, null, "H44.07", null, null, null, null, channel, null);
    }

    static EventFacts dueAt(String time) {
        return new EventFacts(null, null, null, null, null, null, null, at(time), null, null);
    }
}
