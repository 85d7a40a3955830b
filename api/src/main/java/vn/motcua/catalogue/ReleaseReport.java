package vn.motcua.catalogue;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a release changed, or would change. The id is absent when nothing was published; the changes are told by a dry run
 * only.
 */
record ReleaseReport(
        Long releaseId,
        OffsetDateTime publishedAt,
        int added,
        int amended,
        int abolished,
        int unchanged,
        List<RefusedRecord> refused,
        List<RefusedRecord> warnings,
        List<RecordChange> changes,
        Boolean moreChanges) {
    /** One procedure of a release; differences are those of an amended one. */
    record RecordChange(String code, String name, ProcedureVersion.Change change, List<Difference> differences) {}
}
