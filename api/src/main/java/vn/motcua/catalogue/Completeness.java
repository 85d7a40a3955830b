package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a record states all that the law asks of it, and what is missing. */
record Completeness(boolean complete, List<MandatoryPart> missing) {
    static Completeness of(ProcedureRecord published) {
        var missing = Arrays.stream(MandatoryPart.values())
                .filter(part -> !states(published, part))
                .toList();
        return new Completeness(missing.isEmpty(), missing);
    }

    private static boolean states(ProcedureRecord published, MandatoryPart part) {
        return switch (part) {
            case NAME -> !published.name().isBlank();
            case STEPS -> !published.steps().isEmpty();
            case METHODS -> !published.methods().isEmpty();
            case COMPONENTS ->
                published.components().stream().anyMatch(group -> !group.items().isEmpty());
            case TIME_LIMIT -> timeLimits(published).findAny().isPresent();
            case SUBJECTS ->
                !published.subjects().isEmpty() || !published.subjectNotes().isEmpty();
            case AGENCIES ->
                published.agencies().stream().anyMatch(agency -> agency.role() == Procedure.AgencyRole.Role.EXECUTING);
        };
    }

    private static Stream<TimeLimit> timeLimits(ProcedureRecord published) {
        return Stream.concat(
                        published.methods().stream().map(Procedure.Method::timeLimit),
                        published.cases().stream().map(Procedure.ProcedureCase::timeLimit))
                .filter(Objects::nonNull);
    }
}
