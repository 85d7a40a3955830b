package vn.motcua.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Why a document stands where it does, for editors.
 *
 * @param score what it is ranked by, comparable within one query only
 * @param parts how the query was read and how far each part is satisfied
 * @param satisfied the satisfied share of the whole query, from 0 to 1
 * @param unasked the share of the title that nobody asked for, from 0 to 1; it counts against
 * @param prior how likely people mean it whatever they type, from 0 to 1; it counts for
 */
@RegisterForReflection(targets = {Explanation.class, Explanation.Part.class})
public record Explanation(float score, List<Part> parts, float satisfied, float unasked, float prior) {
    /**
     * @param said as typed
     * @param read the meaning that fits this document best, in words without marks
     * @param share how much of the query this part makes up, from 0 to 1
     * @param satisfied how far the document satisfies it, from 0 to 1
     */
    public record Part(String said, String read, float share, float satisfied) {}
}
