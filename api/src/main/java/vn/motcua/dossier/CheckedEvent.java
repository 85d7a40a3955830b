package vn.motcua.dossier;

import java.time.OffsetDateTime;
import vn.motcua.openapi.DossierCode;

/** An event whose every value is in order. {@code sent} keeps the personal part until it is sealed. */
record CheckedEvent(
        DossierEvent sent, DossierCode code, DossierStatus status, OffsetDateTime occurredAt, EventFacts facts) {}
