package vn.motcua.report;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Role;

/** Reports as they would be handed in now. Workbooks are written where they may take their time. */
@Path("/v1/agencies/{code}/report-drafts")
@RolesAllowed(Role.OFFICER)
class DraftResource {
    private final Questions questions;
    private final Reports reports;

    DraftResource(Questions questions, Reports reports) {
        this.questions = questions;
        this.reports = reports;
    }

    @GET
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Path("/{form}")
    @Produces({MediaType.APPLICATION_JSON, CsvReport.MEDIA_TYPE, XlsxReport.MEDIA_TYPE})
    public Uni<Report> getReportDraft(
            @RestPath String code,
            @RestPath String form,
            @RestQuery String period,
            @RestQuery ReportBasis basis,
            @RestQuery ReportGroup groupBy) {
        return reports.draft(questions.ofAddress(questions.ownAgency(code), form, period, basis, groupBy));
    }
}
