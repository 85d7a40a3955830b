package vn.motcua.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A report as it is handed in.
 *
 * @param number of the form, as printed
 * @param available false where there is no source of its data: then it has no rows, and zero is not meant
 * @param asOf up to when everything that was reported is counted
 * @param recipe how it was made; the same recipe makes the same figures from the same events
 * @param total null where it is not available
 * @param issue null for a draft
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        String form,
        String number,
        String basis,
        String title,
        String unit,
        Agency agency,
        Period period,
        ReportGroup groupBy,
        boolean available,
        OffsetDateTime asOf,
        String recipe,
        List<Column> columns,
        List<Row> rows,
        Map<String, Long> total,
        List<String> notes,
        List<String> signatures,
        Issue issue) {
    Report {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        signatures = List.copyOf(signatures);
    }

    @RegisterForReflection
    record Agency(String code, String name) {}

    @RegisterForReflection
    record Period(String name, ReportPeriod.Type type, ReportBasis basis, LocalDate from, LocalDate to) {
        static Period of(ReportPeriod period) {
            return new Period(period.name(), period.type(), period.basis(), period.from(), period.to());
        }
    }

    /**
     * @param group headings above its own
     * @param formula columns that it is the sum of, null for the others
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(String number, String key, List<String> group, String title, String formula) {}

    /**
     * @param number serial, counted within its depth
     * @param code null where the dimension has none
     * @param depth 0, or 1 for what is part of the row of depth 0 above it
     * @param values by the keys of the columns
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String number, String code, String label, int depth, Map<String, Long> values) {}

    /**
     * @param corrects the issue that this one takes the place of
     * @param reason why it does
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issue(
            UUID id,
            OffsetDateTime issuedAt,
            UUID corrects,
            String reason,
            String preparedBy,
            String signedBy,
            String signerPosition) {}

    Report issued(Issue as, List<String> andNotes) {
        return new Report(
                form,
                number,
                basis,
                title,
                unit,
                agency,
                period,
                groupBy,
                available,
                asOf,
                recipe,
                columns,
                rows,
                total,
                andNotes,
                signatures,
                as);
    }
}
