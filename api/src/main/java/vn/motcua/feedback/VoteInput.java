package vn.motcua.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** @param like true: the answer is good; false: it is not */
@RegisterForReflection
record VoteInput(Boolean like) {}
