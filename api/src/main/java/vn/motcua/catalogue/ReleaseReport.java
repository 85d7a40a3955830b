package vn.motcua.catalogue;

import java.time.OffsetDateTime;
import java.util.List;

/** What a release changed. The id is absent when nothing was published. */
record ReleaseReport(
        Long releaseId,
        OffsetDateTime publishedAt,
        int added,
        int amended,
        int abolished,
        int unchanged,
        List<RefusedRecord> refused) {}
