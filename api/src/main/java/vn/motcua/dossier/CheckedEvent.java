package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.motcua.openapi.DossierCode;

/**
 * An event whose every value is in order. {@code sent} keeps the personal part until it is sealed.
 *
 * @param lacking what its reason lacks; empty for an event that needs none
 */
record CheckedEvent(
        DossierEvent sent,
        DossierCode code,
        DossierStatus status,
        OffsetDateTime occurredAt,
        EventFacts facts,
        List<ReasonPart> lacking) {
    CheckedEvent {
        // As the database gives it back: the same moments make the same dossier, folded from memory or from rows.
        occurredAt = occurredAt.withOffsetSameInstant(ZoneOffset.UTC);
        lacking = List.copyOf(lacking);
    }

    /** The same under another id. */
    CheckedEvent withId(String eventId) {
        return new CheckedEvent(sent.withId(eventId), code, status, occurredAt, facts, lacking);
    }

    /** Whether people are left without a reason: neither a known code nor a word. */
    boolean reasonMissing() {
        return lacking.contains(ReasonPart.CODE) && lacking.contains(ReasonPart.TEXT);
    }
}
