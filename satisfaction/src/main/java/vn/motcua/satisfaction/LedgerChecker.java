package vn.motcua.satisfaction;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads leaves from the first to the last, as anybody can, and finds what does not fit: heads with another root, batches with
 * another number of ratings, atoms that count more or fewer people than there are leaves, and days that cannot be true.
 */
final class LedgerChecker {
    /** The last column of a line of open data before its levels. */
    private static final int FACTOR = Atoms.COLUMNS.indexOf("factor");

    /** Clocks of replicas differ a little, and one may sign at midnight before another one's day has ended. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);
    /** A head has what was published until it was signed, which may be almost a day after its full hour. */
    private static final Duration UNTIL_NEXT = Duration.ofHours(25);

    private final List<Finding> findings = new ArrayList<>();
    private final Iterator<TreeHead> heads;
    private final LedgerWalk walk = new LedgerWalk();
    private final Map<String, Long> rated = new HashMap<>();
    private final Map<Long, SetAside> setAside = new HashMap<>();
    private final Map<String, Map<String, Long>> published = new HashMap<>();
    private final Set<String> unsettled = new HashSet<>();
    private final Deque<LocalDate> days = new ArrayDeque<>();
    private TreeHead next;
    private LocalDate lastHead = LocalDate.MIN;
    private long atoms;
    private long begun = Long.MAX_VALUE;
    private long carried;
    private long batch = -1;
    private long ratingsLeft;

    /** @param heads the oldest first */
    LedgerChecker(List<TreeHead> heads) {
        this.heads = heads.iterator();
        next = this.heads.hasNext() ? this.heads.next() : null;
    }

    /** A batch that nobody has decided on yet. */
    private record SetAside(String pile, long n) {}

    /** Something that does not fit. */
    record Finding(Kind kind, long index, String what) {}

    enum Kind {
        ROOT,
        SIGNATURE,
        MISSING_LEAF,
        NODE,
        STRUCTURE,
        BATCH_SIZE,
        ATOM_NUMBER,
        ATOM_SUM,
        ATOM_DAY,
        ATOM_TABLE,
        RATING_TABLE,
        SUMS,
        BOARD
    }

    List<Finding> findings() {
        return findings;
    }

    long size() {
        return walk.size();
    }

    long atoms() {
        return atoms;
    }

    void found(Kind kind, long index, String what) {
        findings.add(new Finding(kind, index, what));
    }

    /** The next leaf, read; empty when it is none. */
    JsonObject leaf(String text) {
        long index = walk.size();
        walk.add(LedgerTree.leaf(text));
        JsonObject leaf;
        try {
            leaf = read(index, new JsonObject(text));
        } catch (RuntimeException notOurs) {
            // Whatever is wrong with it, somebody else wrote it.
            found(Kind.STRUCTURE, index, "no leaf of a known kind");
            leaf = new JsonObject();
        }
        while (next != null && next.size() == walk.size()) {
            head(next);
        }
        return leaf;
    }

    private JsonObject read(long index, JsonObject leaf) {
        var type = Leaf.Type.valueOf(leaf.getString("type"));
        if (type != Leaf.Type.RATING && ratingsLeft > 0) {
            found(Kind.BATCH_SIZE, batch, "the batch misses ratings");
            ratingsLeft = 0;
        }
        switch (type) {
            case IMPORT -> begin(index, leaf);
            case BATCH, SET_ASIDE -> batch(index, type, leaf);
            case RATING -> rating(index, leaf);
            case ATOM -> atom(index, leaf.getString("csv").split(",", -1));
            case RELEASED, REJECTED -> decided(index, type, setAside.remove(leaf.getLong("batch")));
            case HELD -> {}
        }
        return leaf;
    }

    private void begin(long index, JsonObject leaf) {
        if (index != 0) {
            found(Kind.STRUCTURE, index, "only the first leaf imports");
        }
        begun = leaf.getLong("atoms");
        carried = leaf.getLong("waiting");
    }

    private void batch(long index, Leaf.Type type, JsonObject leaf) {
        if (leaf.getLong("batch") != index) {
            found(Kind.STRUCTURE, index, "a batch is numbered by its place");
        }
        batch = index;
        ratingsLeft = leaf.getLong("n");
        if (ratingsLeft < Lattice.MINIMUM) {
            found(Kind.BATCH_SIZE, index, "fewer than ten were taken together");
        }
        var pile = "%s/%d/%s"
                .formatted(leaf.getString("questionnaire"), leaf.getInteger("version"), leaf.getString("agency"));
        if (type == Leaf.Type.BATCH) {
            count(pile, ratingsLeft);
        } else {
            setAside.put(index, new SetAside(pile, ratingsLeft));
        }
    }

    private void decided(long index, Leaf.Type decision, SetAside batch) {
        if (batch == null) {
            found(Kind.STRUCTURE, index, "a decision on nothing that is set aside");
        } else if (decision == Leaf.Type.RELEASED) {
            count(batch.pile(), batch.n());
        }
    }

    private void count(String pile, long n) {
        rated.merge(pile, n, Long::sum);
        unsettled.add(pile);
    }

    private void rating(long index, JsonObject leaf) {
        if (ratingsLeft == 0 || leaf.getLong("batch") != batch) {
            found(Kind.BATCH_SIZE, index, "a rating outside its batch");
        } else {
            ratingsLeft--;
        }
    }

    private void atom(long index, String[] cells) {
        atoms++;
        if (Long.parseLong(cells[0]) != atoms) {
            found(Kind.ATOM_NUMBER, index, "atoms are numbered without gaps");
        }
        var day = LocalDate.parse(cells[1]);
        if (day.isBefore(lastHead)) {
            found(Kind.ATOM_DAY, index, "an atom is dated before a head that did not have it");
        }
        days.add(day);
        if (atoms > begun) {
            var pile = "%s/%s/%s".formatted(cells[2], cells[3], cells[4]);
            var item =
                    Factor.OVERALL.name().equals(cells[FACTOR]) ? Factor.OVERALL.name() : "item " + cells[FACTOR - 1];
            long n = 0;
            for (int level = FACTOR + 1; level < cells.length; level++) {
                n += Long.parseLong(cells[level]);
            }
            published.computeIfAbsent(pile, key -> new HashMap<>()).merge(item, n, Long::sum);
            unsettled.add(pile);
        }
    }

    private void head(TreeHead head) {
        if (!LeafSecret.text(walk.root()).equals(head.rootHash())) {
            found(Kind.ROOT, head.size(), "the leaves do not make the root that was signed " + head.signedAt());
        }
        lastHead = head.signedAt().minus(CLOCKS).toLocalDate();
        if (!days.isEmpty()
                && Collections.max(days)
                        .isAfter(head.signedAt().plus(UNTIL_NEXT).toLocalDate())) {
            found(Kind.ATOM_DAY, head.size(), "an atom is dated after a head that has it");
        }
        days.clear();
        settle();
        next = heads.hasNext() ? heads.next() : null;
    }

    /** A head never stands within a transaction: everybody who was mixed is counted in an atom of the overall question. */
    private void settle() {
        for (var pile : unsettled) {
            long people = rated.getOrDefault(pile, 0L);
            var items = published.getOrDefault(pile, Map.of());
            long more = items.getOrDefault(Factor.OVERALL.name(), 0L) - people;
            if (more < 0 || more > carried) {
                found(Kind.ATOM_SUM, walk.size(), pile + ": the overall question counts " + more + " people too many");
            }
            if (carried == 0 && items.values().stream().anyMatch(answers -> answers > people)) {
                found(Kind.ATOM_SUM, walk.size(), pile + ": a question has more answers than there were ratings");
            }
        }
        unsettled.clear();
    }

    /** After the last leaf: heads that are left over name leaves that are not there. */
    void end() {
        if (next != null) {
            found(Kind.MISSING_LEAF, walk.size(), "a signed head has " + next.size() + " leaves");
        }
        if (ratingsLeft > 0) {
            found(Kind.BATCH_SIZE, batch, "the batch misses ratings");
        }
    }
}
