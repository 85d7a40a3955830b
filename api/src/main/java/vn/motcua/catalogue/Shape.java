package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/** The four shapes of a catalogue file, told apart by the members of its first record. */
enum Shape {
    /** The older exchange of the national database: upper-case Vietnamese names. */
    EXCHANGE(List.of("MATTHC", "TENTTHC")),
    /** The national portal's record of 2026. */
    PORTAL(List.of(
            "codeNotation",
            "formalityType",
            "executionMethods",
            "executionCases",
            "executionSteps",
            "categoriesDetails",
            "subjectTypesDetails",
            "departmentPromulgateName",
            "isMinistry",
            "isWard")),
    /** The collected export: the field is plain text. */
    EXPORT(List.of("promulgatingAgency", "dossier", "portalState", "detail")),
    /** Our own: as the contract's Procedure. */
    MOTCUA(List.of("code", "name"));

    private final List<String> marks;

    Shape(List<String> marks) {
        this.marks = marks;
    }

    static Optional<Shape> of(JsonNode record) {
        for (var shape : values()) {
            if (shape.marks.stream().anyMatch(record::has)) {
                return Optional.of(shape == MOTCUA && record.path("field").isTextual() ? EXPORT : shape);
            }
        }
        return Optional.empty();
    }

    CatalogueSource source(ObjectMapper json) {
        return switch (this) {
            case EXCHANGE -> new ExchangeSource();
            case PORTAL -> new PortalSource();
            case EXPORT -> new ExportSource();
            case MOTCUA -> new MotcuaSource(json);
        };
    }
}
