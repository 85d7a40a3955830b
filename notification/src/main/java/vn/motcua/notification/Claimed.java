package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A push that this replica holds as long as it renews its lease.
 *
 * @param dispatcher the name that the lease ran under when it was claimed
 * @param about the dossier, or what else groups pushes on the phone
 * @param age since it was written, without the time that quiet hours took
 * @param device empty when the device is gone, another person's, the person does not want this push any more,
 *     or its announcement was stopped
 * @param quiet how long the person's quiet hours last; zero when there are none now, or when it is urgent
 * @param waitedForMorning whether quiet hours held it up before
 * @param text what the lock screen says
 */
record Claimed(
        long id,
        UUID claimId,
        UUID dispatcher,
        Lane lane,
        String tenant,
        UUID messageId,
        UUID personKey,
        Notice.Kind kind,
        String about,
        int attempts,
        Duration age,
        Optional<Target> device,
        Duration quiet,
        boolean waitedForMorning,
        PushText text) {
    record Target(String installationId, String token, DeviceLocale locale) {
        @Override
        public String toString() {
            return "Target[" + installationId + "]";
        }
    }
}
