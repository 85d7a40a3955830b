package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;

/**
 * A dossier behind a figure. Nothing of its applicant.
 *
 * @param status as it stood at the end of the period; both states of work are IN_PROGRESS, both of the result RESULT_READY
 * @param since when that began
 * @param timeliness as judged at the end of the period
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountedDossier(
        String code,
        String agency,
        String procedureCode,
        String channel,
        OffsetDateTime receivedAt,
        DossierStatus status,
        OffsetDateTime since,
        Timeliness timeliness) {}
