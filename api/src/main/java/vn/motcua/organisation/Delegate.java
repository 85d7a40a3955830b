package vn.motcua.organisation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Somebody who may act for the organisation; the personal ID number masked. */
record Delegate(
        UUID id,
        String personalId,
        String organisation,
        String label,
        List<Scope> scopes,
        OffsetDateTime grantedAt,
        OffsetDateTime expiresAt,
        OffsetDateTime revokedAt) {
    @Override
    public String toString() {
        return "Delegate[" + id + "]";
    }
}
