package vn.motcua.satisfaction;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Language;

/** Scores in the format that an officer's program accepts. */
final class ScoreReport {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<MediaType> FORMATS =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV), MediaType.valueOf(XLSX));

    private ScoreReport() {}

    /**
     * Declared as what all formats hold; text and bytes are written as they are, whatever the declared type.
     *
     * @param accepted in the order of preference; the framework has refused what fits none of the formats
     */
    @SuppressWarnings("unchecked")
    static RestResponse<Scores> of(Scores scores, List<MediaType> accepted, Language language) {
        return (RestResponse<Scores>) (RestResponse<?>) answer(scores, accepted, language);
    }

    private static RestResponse<?> answer(Scores scores, List<MediaType> accepted, Language language) {
        var format = format(accepted).toString();
        return switch (format) {
            case CSV -> file(CsvScores.csv(scores), CSV + ";charset=UTF-8", "satisfaction.csv");
            case XLSX -> file(ScoreWorkbook.of(scores, language), XLSX, "satisfaction.xlsx");
            default -> builder(scores, MediaType.APPLICATION_JSON).build();
        };
    }

    private static MediaType format(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(range -> FORMATS.stream().filter(range::isCompatible))
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON_TYPE);
    }

    private static RestResponse<?> file(Object content, String type, String name) {
        return builder(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static RestResponse.ResponseBuilder<Object> builder(Object entity, String type) {
        return RestResponse.ResponseBuilder.ok(entity)
                .type(type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
