package vn.motcua.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** {@code application/problem+json} as it goes over the wire, in one language. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(targets = {Problem.class, Problem.Place.class}) // no resource method declares it
public record Problem(String type, String title, int status, String detail, String traceId, List<Place> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One faulty place in the chosen language. */
    public record Place(String pointer, String detail) {}

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public static Problem of(ProblemException problem, Language language) {
        var places = problem.errors().stream()
                .map(e -> new Place(e.pointer(), e.detail().in(language)))
                .toList();
        return new Problem(
                problem.type().uri(),
                problem.type().title().in(language),
                problem.type().status(),
                problem.detail().in(language),
                null,
                places);
    }

    public Problem withTraceId(String id) {
        return new Problem(type, title, status, detail, id, errors);
    }
}
