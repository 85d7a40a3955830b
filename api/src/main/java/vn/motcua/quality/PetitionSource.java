package vn.motcua.quality;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.motcua.openapi.AgencyCode;

/**
 * What index and reports need to know of feedback (phản ánh, kiến nghị). The feature that handles it gives a bean of this type;
 * without one, figures of feedback are unknown and say so.
 */
public interface PetitionSource {
    /** By unit and kind, for this agency and the units below it, both days included. */
    Uni<List<PetitionCount>> counts(AgencyCode agency, LocalDate from, LocalDate to);

    /** What stands behind those counts, by code and unit, after this place. */
    Uni<List<CountedPetition>> list(
            AgencyCode agency, LocalDate from, LocalDate to, PetitionPart part, Place after, int limit);

    /** The last one that was listed; empty texts before the first. */
    record Place(String code, String unit) {}

    /** Codes of the dossiers that feedback of the period speaks of; those of units below included. */
    Uni<Set<String>> dossiersWithFeedback(AgencyCode agency, LocalDate from, LocalDate to);
}
