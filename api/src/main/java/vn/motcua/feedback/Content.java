package vn.motcua.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the sender wrote. Sealed: people write everything into such a text. */
@RegisterForReflection
record Content(String title, String text, String place) {
    @Override
    public String toString() {
        return "Content";
    }
}
