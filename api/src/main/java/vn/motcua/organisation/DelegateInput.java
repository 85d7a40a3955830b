package vn.motcua.organisation;

import java.time.OffsetDateTime;
import java.util.List;

/** Whom to let in: a person by ID number or another organisation by tax code, what for, and until when. */
record DelegateInput(
        String personalId, String organisation, String label, List<Scope> scopes, OffsetDateTime expiresAt) {
    @Override
    public String toString() {
        return "DelegateInput[]";
    }
}
