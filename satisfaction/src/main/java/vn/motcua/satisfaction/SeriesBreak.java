package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * In this month another version of the questionnaire came into use.
 *
 * @param pooled whether its questions were declared to be the same: then answers before and after are counted together
 */
@RegisterForReflection
record SeriesBreak(String month, String questionnaire, int version, boolean pooled) {}
