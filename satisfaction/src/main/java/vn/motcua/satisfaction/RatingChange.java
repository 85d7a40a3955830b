package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** Other answers in place of earlier ones; the receipt shows that they come from the same person. */
@RegisterForReflection
record RatingChange(String receipt, Map<String, Integer> answers, List<String> notApplicable, String comment) {
    RatingAnswers asAnswers() {
        return new RatingAnswers(answers, notApplicable, null, comment);
    }
}
