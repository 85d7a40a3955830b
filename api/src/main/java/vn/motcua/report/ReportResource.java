package vn.motcua.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Reports that an agency handed in; they stay as they are. */
@RegisterForReflection(targets = Page.class)
@Path("/v1/agencies/{code}/reports")
@RolesAllowed(Role.OFFICER)
class ReportResource {
    private static final int CREATED = 201;
    private static final int LONGEST_FORM = 40;

    private final Questions questions;
    private final Issues issues;
    private final IssueStore store;
    private final JsonWebToken token;

    ReportResource(Questions questions, Issues issues, IssueStore store, JsonWebToken token) {
        this.questions = questions;
        this.issues = issues;
        this.store = store;
        this.token = token;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<IssueSummary>> listReports(
            @RestPath String code, @RestQuery String form, @RestQuery Integer limit, @RestQuery String cursor) {
        var agency = questions.ownAgency(code);
        int size = Page.limit(limit);
        if (form != null && form.length() > LONGEST_FORM) {
            throw ProblemException.invalid("form", "Tối đa 40 ký tự.", "At most 40 characters.");
        }
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(place -> place.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        return store.page(agency, before, form, size + 1).map(rows -> {
            var page = Page.of(rows, size, row -> Cursor.of(row.number()));
            return new Page<>(
                    page.items().stream().map(IssueStore.Listed::issue).toList(), page.nextCursor());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    public Uni<Report> issueReport(@RestPath String code, @RequestBody(required = true) IssueRequest request) {
        var agency = questions.ownAgency(code);
        if (request == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        var checked = request.checked();
        var question = questions.ofBody(agency, checked);
        return issues.issue(question, checked, token.getSubject());
    }

    @GET
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, CsvReport.MEDIA_TYPE, XlsxReport.MEDIA_TYPE})
    public Uni<Report> getReport(@RestPath String code, @RestPath UUID id) {
        return store.find(questions.ownAgency(code), id)
                .map(found -> found.orElseThrow(() -> ProblemException.of(
                        ProblemType.REPORT_NOT_FOUND,
                        "Cơ quan không có báo cáo với mã này. Hãy xem lại danh sách báo cáo.",
                        "The agency has no report with this id. Look at its list of reports.")));
    }
}
