package vn.motcua.notification;

import java.util.Map;

/**
 * What a person wants to be pushed. It changes pushes only: the inbox always has everything.
 *
 * @param push false: no pushes at all
 * @param kinds kinds that are switched off or on; absent means on
 * @param agencies agencies that are switched off or on, with the agencies below them; absent means on
 * @param quietHours absent when the person may be reached at any hour
 * @param lockScreen how much a push says
 */
public record Preferences(
        boolean push,
        Map<Notice.Kind, Boolean> kinds,
        Map<String, Boolean> agencies,
        Hours quietHours,
        LockScreen lockScreen) {
    /**
     * Quiet hours as clocks show them.
     *
     * @param from for example 22:00
     * @param to for example 06:30
     * @param zone IANA name, for example Asia/Ho_Chi_Minh
     */
    public record Hours(String from, String to, String zone) {}

    public Preferences {
        kinds = Map.copyOf(kinds);
        agencies = Map.copyOf(agencies);
    }

    static Preferences usual() {
        return new Preferences(true, Map.of(), Map.of(), null, LockScreen.NEUTRAL);
    }
}
