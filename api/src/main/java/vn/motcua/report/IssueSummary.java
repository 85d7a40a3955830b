package vn.motcua.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An issued report in a list.
 *
 * @param correctedBy the issue that took its place, null while it counts
 * @param checksum SHA-256 of the report as it was answered when it was issued
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssueSummary(
        UUID id,
        String form,
        String period,
        ReportBasis basis,
        ReportGroup groupBy,
        OffsetDateTime asOf,
        OffsetDateTime issuedAt,
        UUID corrects,
        String reason,
        UUID correctedBy,
        String checksum) {}
