package vn.motcua.notification;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What this replica holds, and the room that is left. Only the dispatcher's thread uses it. */
final class Holding {
    private final int batch;
    private final Map<String, Integer> byTenant = new HashMap<>();
    private final Map<Lane, Integer> byLane = new EnumMap<>(Lane.class);
    private int all;

    Holding(int batch) {
        this.batch = batch;
    }

    void take(Claimed push) {
        all++;
        byTenant.merge(push.tenant(), 1, Integer::sum);
        byLane.merge(push.lane(), 1, Integer::sum);
    }

    /** Whether this made room for a tenant that had none. */
    boolean release(Claimed push) {
        all--;
        byLane.merge(push.lane(), -1, Integer::sum);
        int left = byTenant.merge(push.tenant(), -1, Integer::sum);
        if (left == 0) {
            byTenant.remove(push.tenant());
        }
        return left == cap() - fewest();
    }

    boolean isEmpty() {
        return all == 0;
    }

    int free() {
        return batch - all;
    }

    /** What can wait and announcements never have more than half of the places: a status finds room at once. */
    int free(Lane lane) {
        return switch (lane) {
            case URGENT, STATUS -> free();
            case CAN_WAIT, BROADCAST -> Math.min(free(), batch / 2 - held(Lane.CAN_WAIT) - held(Lane.BROADCAST));
        };
    }

    private int held(Lane lane) {
        return byLane.getOrDefault(lane, 0);
    }

    /** Most pushes of one tenant: the last quarter is for the others. */
    int cap() {
        return batch * 3 / 4;
    }

    /** Small claims cost as much as large ones, so a few free places are not worth one. */
    int fewest() {
        return Math.max(1, batch / 4);
    }

    Map<String, Integer> byTenant() {
        return Map.copyOf(byTenant);
    }
}
