package vn.motcua.catalogue;

import java.time.OffsetDateTime;

/** A publication of the catalogue. {@code restores} is the earlier release that it equals. */
record Release(
        long id,
        OffsetDateTime publishedAt,
        ReleaseMode mode,
        int added,
        int amended,
        int abolished,
        int unchanged,
        int refused,
        Long restores) {}
