package vn.motcua.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.feedback.FeedbackState.ANSWERED;
import static vn.motcua.feedback.FeedbackState.CLOSED;
import static vn.motcua.feedback.FeedbackState.FORWARDED;
import static vn.motcua.feedback.FeedbackState.IN_PROGRESS;
import static vn.motcua.feedback.FeedbackState.NEW;
import static vn.motcua.feedback.FeedbackState.OUT_OF_SCOPE;
import static vn.motcua.feedback.FeedbackState.PUBLISHED;
import static vn.motcua.feedback.FeedbackState.RECEIVED;
import static vn.motcua.feedback.FeedbackState.REFUSED;
import static vn.motcua.feedback.FeedbackState.RETURNED;
import static vn.motcua.feedback.FeedbackState.SUPPLEMENTED;
import static vn.motcua.feedback.FeedbackState.SUPPLEMENT_REQUESTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every pair of state and move. */
class MoveTest {
    /** What may follow a state by a move that changes it, as the reference has it, and reopening, which is ours. */
    private static final Map<FeedbackState, Set<FeedbackState>> FOLLOW = Map.ofEntries(
            Map.entry(NEW, EnumSet.of(RECEIVED, REFUSED, FORWARDED, SUPPLEMENT_REQUESTED, OUT_OF_SCOPE)),
            Map.entry(
                    RECEIVED,
                    EnumSet.of(IN_PROGRESS, RETURNED, FORWARDED, SUPPLEMENT_REQUESTED, REFUSED, OUT_OF_SCOPE)),
            Map.entry(SUPPLEMENT_REQUESTED, EnumSet.of(SUPPLEMENTED, REFUSED)),
            Map.entry(SUPPLEMENTED, EnumSet.of(IN_PROGRESS, FORWARDED, OUT_OF_SCOPE)),
            Map.entry(IN_PROGRESS, EnumSet.of(ANSWERED, SUPPLEMENT_REQUESTED, FORWARDED, OUT_OF_SCOPE)),
            Map.entry(FORWARDED, EnumSet.of(RECEIVED)),
            Map.entry(RETURNED, EnumSet.of(RECEIVED)),
            Map.entry(ANSWERED, EnumSet.of(PUBLISHED, CLOSED, IN_PROGRESS)),
            Map.entry(PUBLISHED, EnumSet.of(IN_PROGRESS)),
            Map.entry(CLOSED, EnumSet.of(IN_PROGRESS)),
            Map.entry(REFUSED, EnumSet.noneOf(FeedbackState.class)),
            Map.entry(OUT_OF_SCOPE, EnumSet.noneOf(FeedbackState.class)));

    @Test
    void fromEachStateOnlyTheListedOnesAreReached() {
        for (var state : FeedbackState.values()) {
            var reached = EnumSet.noneOf(FeedbackState.class);
            for (var move : Move.values()) {
                move.from(state, FeedbackKind.PAKN)
                        .filter(target -> target != state)
                        .ifPresent(reached::add);
            }
            assertEquals(FOLLOW.get(state), reached, state.name());
        }
    }

    @Test
    void onlyTheSenderReopensWhatHasEnded() {
        for (var state : FeedbackState.values()) {
            for (var move : Move.values()) {
                boolean leaves = move.from(state, FeedbackKind.PAKN)
                        .filter(target -> !target.hasEnded())
                        .isPresent();
                if (state.hasEnded() && leaves) {
                    assertEquals(Move.UNFIT, move, state.name());
                }
            }
        }
    }

    @Test
    void aRepairIsNeverPublishedAndEndsWhenItIsSolved() {
        for (var state : FeedbackState.values()) {
            for (var move : Move.values()) {
                assertTrue(move.from(state, FeedbackKind.REPAIR)
                        .filter(target -> target == PUBLISHED && state != PUBLISHED)
                        .isEmpty());
            }
        }
        assertEquals(CLOSED, Move.SOLVED.from(ANSWERED, FeedbackKind.REPAIR).orElseThrow());
        assertEquals(ANSWERED, Move.SOLVED.from(ANSWERED, FeedbackKind.PAKN).orElseThrow());
    }

    @Test
    void thePictureInTheDocsIsTheTableOfTheCode() throws IOException {
        assertTrue(Files.readString(Path.of("../docs/feedback.md")).contains(picture()), MoveTest::picture);
    }

    /** For docs/feedback.md: printed when the docs differ. */
    private static String picture() {
        var lines = new TreeMap<String, Set<String>>();
        for (var state : FeedbackState.values()) {
            for (var move : Move.values()) {
                move.from(state, FeedbackKind.PAKN)
                        .filter(target -> target != state)
                        .ifPresent(target -> lines.computeIfAbsent(
                                        "    " + state + " --> " + target, none -> new TreeSet<>())
                                .add(move.name()));
            }
        }
        return "```mermaid\nstateDiagram-v2\n    [*] --> NEW : SEND\n"
                + lines.entrySet().stream()
                        .map(line -> line.getKey() + " : " + String.join(", ", line.getValue()))
                        .collect(Collectors.joining("\n"))
                + "\n```";
    }

    @Test
    void everyMoveOfAnActorIsOfferedWhereItIsAllowed() {
        for (var actor : Move.Actor.values()) {
            for (var state : FeedbackState.values()) {
                var open = Move.open(state, FeedbackKind.PAKN, actor);
                Arrays.stream(Move.values())
                        .forEach(move -> assertEquals(
                                move.actor() == actor
                                        && move.from(state, FeedbackKind.PAKN).isPresent(),
                                open.contains(move),
                                state + " " + move));
            }
        }
    }
}
