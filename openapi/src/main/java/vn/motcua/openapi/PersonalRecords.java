package vn.motcua.openapi;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * What one feature holds about people, for their right to see it and to have it deleted (Luật 91/2025/QH15, NĐ 356/2025).
 * Each feature that holds something is a bean of this type; identity asks them all.
 */
public interface PersonalRecords {
    /** Name of the part in exports and reports, for example {@code dossiers}. */
    String part();

    /** Everything held about this person, one object for each thing. */
    Multi<Map<String, Object>> export(PersonKey person, Language language);

    /** Deletes what may be deleted, and says what is not. */
    Uni<Erasure> erase(PersonKey person);

    /**
     * What became of a part.
     *
     * @param deleted how many things are gone
     * @param kept what stays and why; null when nothing does
     */
    record Erasure(long deleted, Text kept) {}
}
