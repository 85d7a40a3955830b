package vn.motcua.forecast;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A dossier on its way through a replay. What it says of a day depends on nothing later than that day. */
final class Followed {
    private final Spell spell;
    private final String level;
    private final List<Chain> chains;
    private final int received;
    private final int ended;
    private final int[] waits;
    private int elapsed;
    private boolean worked;
    private int asked = -1;

    Followed(Spell spell, String level, List<Chain> chains, int received, IntUnaryOperator workingDay) {
        this.spell = spell;
        this.level = level;
        this.chains = chains;
        this.received = received;
        this.ended = spell.ended() == Spell.OPEN ? Spell.OPEN : workingDay.applyAsInt(spell.ended());
        this.waits = spell.waits().stream()
                .flatMapToInt(wait -> IntStream.of(
                        workingDay.applyAsInt(wait.from()),
                        wait.to() == Spell.OPEN ? Spell.OPEN : workingDay.applyAsInt(wait.to())))
                .toArray();
    }

    /** A working day begins: it counts unless the agency waits for the applicant. */
    void morning(int today) {
        worked = true;
        for (int i = 0; i < waits.length; i += 2) {
            worked &= today <= waits[i] || today > waits[i + 1];
        }
        if (worked && today > received) {
            elapsed++;
        }
    }

    boolean worked() {
        return worked;
    }

    int elapsed() {
        return elapsed;
    }

    boolean ends(int today) {
        return ended <= today;
    }

    boolean withdrawn() {
        return spell.withdrawn();
    }

    /** Asked at reception, after a quarter, after half and at the end of the limit: each once. */
    boolean milestone() {
        int limit = spell.limitDays() == 0 ? 10 : spell.limitDays();
        boolean now = elapsed == 0 || elapsed == (limit + 3) / 4 || elapsed == (limit + 1) / 2 || elapsed == limit;
        if (!worked || !now || asked == elapsed) {
            return false;
        }
        asked = elapsed;
        return true;
    }

    int limitDays() {
        return spell.limitDays();
    }

    int count() {
        return spell.count();
    }

    String level() {
        return level;
    }

    Chain chain(int candidate) {
        return chains.get(candidate);
    }
}
