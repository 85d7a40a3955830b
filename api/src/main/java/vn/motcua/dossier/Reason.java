package vn.motcua.dossier;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;

/**
 * Why a dossier was refused, stopped or sent back. Free text that may name people: sealed, for the owner only.
 *
 * @param respondBy until when the applicant has to act, where the agency says so
 */
@RegisterForReflection
record Reason(
        String code,
        String componentRef,
        String text,
        String nextAction,
        @JsonDeserialize(using = JsonForms.Time.class) OffsetDateTime respondBy) {
    Reason(String code, String componentRef, String text, String nextAction) {
        this(code, componentRef, text, nextAction, null);
    }

    @Override
    public String toString() {
        return "Reason[]";
    }
}
