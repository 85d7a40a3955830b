package vn.motcua.organisation;

import java.time.OffsetDateTime;

/** A code on the watch-list. */
record WatchedDossier(String code, OffsetDateTime addedAt) {}
