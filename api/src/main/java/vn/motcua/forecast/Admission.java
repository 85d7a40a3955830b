package vn.motcua.forecast;

/**
 * Which groups get room in a model. Wide ones always; one of a procedure or an agency only after it was seen a few times, and
 * only while there is room: a group of two dossiers would say what its wider group says.
 */
final class Admission {
    private static final int SEEN = 4;
    private static final int SLOTS = 1 << 18;

    private final byte[] seen = new byte[SLOTS];
    private final int room;

    Admission(int room) {
        this.room = room;
    }

    /** Counted by hash: two groups that share a slot are let in a little early, which harms nobody. */
    boolean[] admit(String[] keys, int count) {
        var admitted = new boolean[keys.length];
        for (var kind : ForecastGroup.values()) {
            var key = keys[kind.ordinal()];
            if (key != null) {
                int slot = (key.hashCode() * 0x9E3779B1) >>> (32 - 18);
                seen[slot] = (byte) Math.min(SEEN, seen[slot] + count);
                admitted[kind.ordinal()] = kind.compareTo(ForecastGroup.FIELD) <= 0 || seen[slot] >= SEEN;
            }
        }
        return admitted;
    }

    void open(Model model, String[] keys, boolean[] admitted, String agency, String level, int limitDays) {
        for (var kind : ForecastGroup.values()) {
            var key = keys[kind.ordinal()];
            boolean wide = kind.compareTo(ForecastGroup.FIELD) <= 0;
            if (key != null && admitted[kind.ordinal()] && (wide || model.groups.size() < room)) {
                int reference =
                        kind.compareTo(ForecastGroup.PROCEDURE) < 0 ? LimitClass.of(limitDays).reference : limitDays;
                model.groups.computeIfAbsent(key, unseen -> new Group(reference));
            }
        }
        model.paces.computeIfAbsent("L|" + level, unseen -> new Pace());
        if (!agency.isEmpty() && model.paces.size() < room) {
            model.paces.computeIfAbsent("A|" + agency, unseen -> new Pace());
        }
    }
}
