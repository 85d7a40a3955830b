package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One place in which two versions of a record differ.
 *
 * @param pointer JSON pointer into the later version, for what was removed into the earlier one
 * @param before absent when added
 * @param after absent when removed
 */
record Difference(
        String pointer,
        Kind kind,
        @Schema(implementation = Object.class) JsonNode before,
        @Schema(implementation = Object.class) JsonNode after) {
    /** MOVED: the same entries in another order. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }
}
