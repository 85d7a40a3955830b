package vn.motcua.notification;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Claimed pushes on their way to the sending threads: the more urgent lane first, within a lane the tenants in turn. */
final class FairQueue {
    private final Map<Lane, LinkedHashMap<String, Deque<Claimed>>> lanes = new EnumMap<>(Lane.class);

    synchronized void add(Collection<Claimed> pushes) {
        for (var push : pushes) {
            lanes.computeIfAbsent(push.lane(), lane -> new LinkedHashMap<>())
                    .computeIfAbsent(push.tenant(), tenant -> new ArrayDeque<>())
                    .add(push);
        }
        notifyAll();
    }

    /** Waits for one. */
    synchronized Claimed take() throws InterruptedException {
        while (true) {
            var next = next();
            if (next.isPresent()) {
                return next.get();
            }
            wait();
        }
    }

    synchronized Optional<Claimed> next() {
        for (var tenants : lanes.values()) {
            var turn = tenants.pollFirstEntry();
            if (turn != null) {
                var push = turn.getValue().poll();
                if (!turn.getValue().isEmpty()) {
                    tenants.putLast(turn.getKey(), turn.getValue());
                }
                return Optional.of(push);
            }
        }
        return Optional.empty();
    }
}
