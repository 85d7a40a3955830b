package vn.motcua.notification;

import java.time.OffsetDateTime;

/** A device as registered. The token is never given out. */
public record Device(String installationId, Platform platform, DeviceLocale locale, OffsetDateTime lastContactAt) {}
