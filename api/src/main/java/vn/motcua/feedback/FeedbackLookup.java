package vn.motcua.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A look-up without an account: the code, and the secret that came with it or the last four digits of the phone. */
@RegisterForReflection
record FeedbackLookup(String code, String proof) {
    @Override
    public String toString() {
        return "FeedbackLookup";
    }
}
