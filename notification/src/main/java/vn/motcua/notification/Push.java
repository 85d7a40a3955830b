package vn.motcua.notification;

import java.time.Duration;
import java.util.UUID;

/**
 * What goes to a phone.
 *
 * @param text neutral, unless the person chose otherwise
 * @param collapseKey the same for all pushes about one dossier; a phone that was off shows the latest only
 */
record Push(UUID messageId, PushText text, DeviceLocale locale, String token, String collapseKey, Duration timeToLive) {
    @Override
    public String toString() {
        return "Push[" + messageId + "]";
    }
}
