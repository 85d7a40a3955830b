package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.calendar.Consequences;

/** Adds up how dates move. Fed by one thread at a time. */
final class MoveCount {
    private static final int AGENCIES = 100;

    private final Map<Integer, Integer> byDays = new TreeMap<>();
    private final Map<String, Consequences.AgencyShare> byAgency = new HashMap<>();
    private int open;
    private int later;
    private int earlier;
    private Consequences.Earliest earliest;

    /** @param before null where no date could be counted; such a dossier gets a date, which moves nothing */
    void add(String agency, OffsetDateTime before, OffsetDateTime after) {
        open++;
        if (before == null || after == null || before.isEqual(after)) {
            return;
        }
        int days = (int) ChronoUnit.DAYS.between(Deadline.date(before), Deadline.date(after));
        later += after.isAfter(before) ? 1 : 0;
        earlier += after.isBefore(before) ? 1 : 0;
        byDays.merge(days, 1, Integer::sum);
        byAgency.merge(agency, new Consequences.AgencyShare(agency, 1, days), MoveCount::sum);
        if (earliest == null || before.isBefore(earliest.from())) {
            earliest = new Consequences.Earliest(before, after);
        }
    }

    private static Consequences.AgencyShare sum(Consequences.AgencyShare one, Consequences.AgencyShare other) {
        boolean more = Math.abs(other.mostDays()) > Math.abs(one.mostDays());
        return new Consequences.AgencyShare(
                one.agency(), one.moved() + other.moved(), more ? other.mostDays() : one.mostDays());
    }

    Consequences result() {
        var shifts = byDays.entrySet().stream()
                .map(e -> new Consequences.Shift(e.getKey(), e.getValue()))
                .toList();
        var agencies = byAgency.values().stream()
                .sorted(Comparator.comparing(Consequences.AgencyShare::moved)
                        .reversed()
                        .thenComparing(Consequences.AgencyShare::agency))
                .limit(AGENCIES)
                .toList();
        return new Consequences(open, later + earlier, later, earlier, shifts, agencies, earliest);
    }
}
