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
    /** By kind, for the agency and each unit directly below it with what lies below that, both days included. */
    Uni<List<PetitionCount>> counts(AgencyCode agency, LocalDate from, LocalDate to);

    /** By kind, for the agency as a whole: an item that several of its units had is one item. */
    Uni<List<PetitionCount>> totals(AgencyCode agency, LocalDate from, LocalDate to);

    /** What stands behind the totals, by code, after this place; with the unit that was in charge last. */
    Uni<List<CountedPetition>> list(
            AgencyCode agency, LocalDate from, LocalDate to, PetitionPart part, Place after, int limit);

    /** The last one that was listed; empty texts before the first. */
    record Place(String code, String unit) {}

    /** Codes of the dossiers, of any agency, that their own people gave feedback on that was open in the period. */
    Uni<Set<String>> ownDossiersWithFeedback(LocalDate from, LocalDate to);
}
