package vn.motcua.notification;

import java.time.Duration;
import java.util.UUID;

/**
 * What goes to a phone. It holds no text: the words follow from kind and language alone, so nothing private can get in.
 *
 * @param collapseKey the same for all pushes about one dossier; a phone that was off shows the latest only
 */
record Push(
        UUID messageId, Notice.Kind kind, DeviceLocale locale, String token, String collapseKey, Duration timeToLive) {
    @Override
    public String toString() {
        return "Push[" + messageId + "]";
    }
}
