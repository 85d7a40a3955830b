package vn.motcua.satisfaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * With it the rater finds the rating in the ledger; it names nobody.
 *
 * @param promise by which day it stands there, or null once it does
 * @param feedbackOffer the way on for somebody who is dissatisfied; else null
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingReceipt(String receipt, RatingPromise promise, FeedbackOffer feedbackOffer) {}
