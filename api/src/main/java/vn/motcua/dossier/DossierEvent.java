package vn.motcua.dossier;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;

/** Something that happened to a dossier, as a one-stop system sends it. Only what the event knows is present. */
@RegisterForReflection
record DossierEvent(
        String eventId,
        String dossierCode,
        String procedureCode,

        @JsonDeserialize(using = JsonForms.TextOrNumber.class)
        String status,

        @JsonDeserialize(using = JsonForms.Time.class) OffsetDateTime occurredAt,
        EventAgencies agencies,
        Applicant applicant,
        @JsonDeserialize(using = JsonForms.Time.class) OffsetDateTime receivedAt,
        @JsonDeserialize(using = JsonForms.Time.class) OffsetDateTime dueAt,
        Channel channel,
        Reason reason,
        Handler handler,
        String receiptSecret,
        String parentCode) {
    DossierEvent withId(String id) {
        return new DossierEvent(
                id,
                dossierCode,
                procedureCode,
                status,
                occurredAt,
                agencies,
                applicant,
                receivedAt,
                dueAt,
                channel,
                reason,
                handler,
                receiptSecret,
                parentCode);
    }

    @Override
    public String toString() {
        return "DossierEvent[" + eventId + "]";
    }
}
