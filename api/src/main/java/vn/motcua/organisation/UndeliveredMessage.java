package vn.motcua.organisation;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A message that could not be delivered. */
record UndeliveredMessage(
        UUID id, String dossierCode, int attempts, String lastError, OffsetDateTime createdAt, OffsetDateTime diedAt) {}
