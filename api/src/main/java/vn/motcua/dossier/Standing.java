package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * What a dossier keeps when it is folded again.
 *
 * @param pinned procedure version and limit since reception
 * @param ratingOffered whether its one ticket was issued
 * @param ratingTold whether its owner was invited to rate
 * @param former how it stood before the batch at hand
 */
record Standing(Pinned pinned, OffsetDateTime endedAt, boolean ratingOffered, boolean ratingTold, Former former) {
    /** A dossier that nobody has reported before. */
    static final Standing NONE = new Standing(Pinned.NOTHING, null, false, false, Former.NOTHING);

    Standing(Pinned pinned, OffsetDateTime endedAt, boolean ratingOffered, boolean ratingTold) {
        this(pinned, endedAt, ratingOffered, ratingTold, Former.NOTHING);
    }

    /**
     * How a dossier stood before.
     *
     * @param status null for a new one
     * @param parentCode the dossier it is a part of
     * @param hasChildren whether others are parts of it
     */
    record Former(DossierStatus status, OffsetDateTime receivedAt, String parentCode, boolean hasChildren) {
        static final Former NOTHING = new Former(null, null, null, false);
    }

    /** The procedure as it was published when the dossier was received. */
    record Pinned(String procedureCode, Integer version, String fieldCode, Deadline.Limit limit) {
        static final Pinned NOTHING = new Pinned(null, null, null, null);
    }
}
