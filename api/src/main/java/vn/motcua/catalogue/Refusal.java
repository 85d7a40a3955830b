package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemMappers;
import vn.motcua.openapi.Text;

/** Why one record cannot be published, in words that tell what to correct. */
record Refusal(Text reason) {
    static Refusal of(String vi, String en) {
        return new Refusal(new Text(vi, en));
    }

    /** The record is JSON, but not of this shape. */
    static Refusal of(JacksonException failure) {
        var errors = ProblemMappers.ofJson(failure).errors();
        return errors.isEmpty()
                ? of("Không đúng kiểu của một thủ tục.", "Not of the shape of a procedure.")
                : new Refusal(new Text(
                        errors.stream()
                                .map(e -> e.pointer() + ": " + e.detail().in(Language.VI))
                                .collect(Collectors.joining("; ")),
                        errors.stream()
                                .map(e -> e.pointer() + ": " + e.detail().in(Language.EN))
                                .collect(Collectors.joining("; "))));
    }
}
