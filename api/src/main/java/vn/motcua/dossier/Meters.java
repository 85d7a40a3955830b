package vn.motcua.dossier;

import java.util.Arrays;

/**
 * A bounded number of meters, each with a short and a long window, by the generic cell rate algorithm: of each window only the
 * moment is kept at which it is empty again. Three numbers a meter in flat arrays; what is empty takes no place, and where
 * places are short the meter that would be empty first goes.
 */
final class Meters {
    private static final int WAYS = 8;

    private final Window burst;
    private final Window sustained;
    private final int sets;
    private final long[] keys;
    private final long[] burstEmpty;
    private final long[] sustainedEmpty;

    /** {@code tries} in {@code micros}: each try fills it by {@code cost}. */
    record Window(long cost, long micros) {
        static Window of(int tries, java.time.Duration time) {
            long micros = time.toNanos() / 1_000;
            return new Window(micros / Math.max(1, tries), micros);
        }

        /** How long until one more try fits; 0 when it fits now. */
        long wait(long empty, long now) {
            return Math.max(0, Math.max(empty, now) + cost - now - micros);
        }
    }

    /** When the windows of a meter are empty again, in microseconds since 1970. */
    record Level(long burst, long sustained) {}

    Meters(int remembered, Window burst, Window sustained) {
        this.burst = burst;
        this.sustained = sustained;
        sets = Math.max(1, remembered / WAYS);
        keys = new long[sets * WAYS];
        burstEmpty = new long[sets * WAYS];
        sustainedEmpty = new long[sets * WAYS];
    }

    Window burst() {
        return burst;
    }

    Window sustained() {
        return sustained;
    }

    /** Takes one try and returns 0, or takes none and returns the microseconds to wait. */
    synchronized long take(long key, long now) {
        int at = find(key, now);
        long wait = at < 0 ? 0 : Math.max(burst.wait(burstEmpty[at], now), sustained.wait(sustainedEmpty[at], now));
        if (wait == 0) {
            int place = at < 0 ? place(key, now) : at;
            burstEmpty[place] = Math.max(burstEmpty[place], now) + burst.cost();
            sustainedEmpty[place] = Math.max(sustainedEmpty[place], now) + sustained.cost();
        }
        return wait;
    }

    /** A try that did no harm after all. */
    synchronized void giveBack(long key, long now) {
        int at = find(key, now);
        if (at >= 0) {
            burstEmpty[at] -= burst.cost();
            sustainedEmpty[at] -= sustained.cost();
        }
    }

    /** Whether nothing was taken from this meter lately. */
    synchronized boolean isEmpty(long key, long now) {
        return find(key, now) < 0;
    }

    /** What another replica knows: the fuller level holds. */
    synchronized void learn(long key, Level level, long now) {
        if (level.sustained() > now) {
            int at = find(key, now);
            int place = at < 0 ? place(key, now) : at;
            burstEmpty[place] = Math.max(burstEmpty[place], level.burst());
            sustainedEmpty[place] = Math.max(sustainedEmpty[place], level.sustained());
        }
    }

    private int find(long key, long now) {
        int first = first(key);
        for (int i = first; i < first + WAYS; i++) {
            if (keys[i] == key && sustainedEmpty[i] > now) {
                return i;
            }
        }
        return -1;
    }

    private int place(long key, long now) {
        int first = first(key);
        int best = first;
        for (int i = first; i < first + WAYS; i++) {
            if (sustainedEmpty[i] <= now) {
                best = i;
                break;
            }
            if (sustainedEmpty[i] < sustainedEmpty[best]) {
                best = i;
            }
        }
        keys[best] = key;
        burstEmpty[best] = 0;
        sustainedEmpty[best] = 0;
        return best;
    }

    private int first(long key) {
        return (int) Long.remainderUnsigned(key, sets) * WAYS;
    }

    /** How many meters hold something. */
    synchronized long inUse(long now) {
        return Arrays.stream(sustainedEmpty).filter(empty -> empty > now).count();
    }
}
