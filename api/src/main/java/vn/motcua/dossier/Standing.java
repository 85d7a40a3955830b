package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * What a dossier keeps when it is folded again.
 *
 * @param pinned procedure version and limit since reception
 * @param ratingOffered whether its one ticket was issued
 * @param ratingTold whether its owner was invited to rate
 */
record Standing(Pinned pinned, OffsetDateTime endedAt, boolean ratingOffered, boolean ratingTold) {
    /** The procedure as it was published when the dossier was received. */
    record Pinned(String procedureCode, Integer version, String fieldCode, Deadline.Limit limit) {
        static final Pinned NOTHING = new Pinned(null, null, null, null);
    }
}
