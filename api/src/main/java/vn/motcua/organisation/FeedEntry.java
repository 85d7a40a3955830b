package vn.motcua.organisation;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One entry of a firm's feed.
 *
 * @param id the same in a webhook's message about it
 * @param at when it took its place in the feed
 * @param webhookId the endpoint that was disabled
 */
record FeedEntry(UUID id, Kind kind, OffsetDateTime at, FeedDossier dossier, UUID webhookId) {
    enum Kind {
        DOSSIER_CHANGED,
        DOSSIER_GONE,
        WEBHOOK_DISABLED
    }
}
