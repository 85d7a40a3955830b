package vn.motcua.notification;

import java.time.OffsetDateTime;

/**
 * What an announcement would be.
 *
 * @param recipients people who would be told now
 * @param firstAt when the first of them would be told
 * @param lastAt when the last
 */
public record BroadcastPreview(
        TemplatePreview words, int recipients, int slices, OffsetDateTime firstAt, OffsetDateTime lastAt) {}
