package vn.motcua.notification;

import java.time.OffsetDateTime;
import java.util.UUID;

/** One inbox entry in the language of the reader. */
public record Notification(
        UUID id,
        Notice.Kind kind,
        String title,
        String body,
        String dossierCode,
        OffsetDateTime createdAt,
        OffsetDateTime readAt) {}
