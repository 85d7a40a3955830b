package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import vn.motcua.openapi.Text;

/** What is not settled yet, in both languages. */
@RegisterForReflection
record OpenPoints(String vi, String en) {
    static OpenPoints of(Text text) {
        return new OpenPoints(text.vi(), text.en());
    }

    Text text() {
        return new Text(vi, en);
    }
}
