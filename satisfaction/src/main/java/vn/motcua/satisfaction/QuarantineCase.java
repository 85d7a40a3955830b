package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.openapi.Language;

/**
 * Ratings set apart, as everybody may see them: at least ten, told as a whole.
 *
 * @param month of the latest of them
 * @param levels what they say on the whole, from very dissatisfied to very satisfied
 * @param explanation the reviewer's, null while it is not decided
 */
@RegisterForReflection
record QuarantineCase(
        long id,
        String agency,
        String agencyName,
        String questionnaire,
        int version,
        String month,
        int ratings,
        List<Integer> levels,
        List<Reason> reasons,
        State state,
        LocalDate heldOn,
        LocalDate decidedOn,
        String explanation) {
    enum State {
        HELD,
        RELEASED,
        REJECTED
    }

    /**
     * @param chance how probable it is that people, left alone, would have answered like this or stranger
     */
    @RegisterForReflection
    record Reason(SuspicionReason code, String label, BigDecimal chance) {
        private static final MathContext TWO_DIGITS = new MathContext(2);

        static Reason of(SuspicionReason code, double chance, Language language) {
            return new Reason(code, code.label().in(language), new BigDecimal(chance, TWO_DIGITS));
        }
    }

    QuarantineCase {
        levels = List.copyOf(levels);
        reasons = List.copyOf(reasons);
    }

    /** A figure with and without what was set apart; without numbers when there are none. */
    @RegisterForReflection
    record Figure(long n, BigDecimal index, Interval interval) {
        static Figure of(Levels levels) {
            return levels.n() == 0
                    ? new Figure(0, null, null)
                    : new Figure(
                            levels.n(), Index.of(levels), Wilson.interval(levels.satisfied(), levels.n(), levels.n()));
        }
    }

    /**
     * @param counted the published figure of the overall question
     * @param withQuarantined the same if everything that is held or was rejected counted
     */
    @RegisterForReflection
    record Page(List<QuarantineCase> items, String nextCursor, String recipe, Figure counted, Figure withQuarantined) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** A case with everything that its reviewer may know: question by question what at least ten answered. */
    @RegisterForReflection
    record Review(QuarantineCase quarantined, List<Question> questions, String decidedBy) {
        Review {
            questions = List.copyOf(questions);
        }
    }

    @RegisterForReflection
    record Question(String code, List<Integer> levels) {
        Question {
            levels = List.copyOf(levels);
        }
    }

    @RegisterForReflection
    record Reviews(List<Review> items) {
        Reviews {
            items = List.copyOf(items);
        }
    }

    /** What a reviewer decides, once, and why; both are published. */
    @RegisterForReflection
    record Decision(Verdict decision, String explanation) {
        enum Verdict {
            RELEASE,
            REJECT
        }
    }
}
