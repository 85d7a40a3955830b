package vn.motcua.satisfaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Proof for the rater that the rating was counted; it names nobody.
 *
 * @param feedbackOffer the way on for somebody who is dissatisfied; else null
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingReceipt(String receipt, FeedbackOffer feedbackOffer) {}
