package vn.motcua.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One case of feedback as a figure counts it: once for each unit that was in charge. Nothing of its sender.
 *
 * @param open at the end of the period
 * @param late a step of this unit came late, or is overdue
 * @param unsatisfied late, more disliked than liked, or repeated
 * @param outcome how it was finished for this unit; null where it never was
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountedPetition(
        String code,
        String unit,
        PetitionCount.Kind subject,
        boolean open,
        boolean late,
        boolean unsatisfied,
        Outcome outcome) {
    /** How a case left a unit. */
    public enum Outcome {
        ANSWERED,
        REFUSED,
        OUT_OF_SCOPE,
        FORWARDED,
        RETURNED,
        ASSIGNED
    }
}
