package vn.motcua.quality;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.agency.Agencies;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.ProblemException;

/** The index as the national portal shows it to everybody, and the formulas for whoever wants to check a number. */
@Path("/v1/service-quality")
@Produces(MediaType.APPLICATION_JSON)
class PublicQualityResource {
    private final PublicQuality published;
    private final Agencies agencies;
    private final Scoring scoring;
    private final QualityConfig config;
    private final Caller caller;

    PublicQualityResource(
            PublicQuality published, Agencies agencies, Scoring scoring, QualityConfig config, Caller caller) {
        this.published = published;
        this.agencies = agencies;
        this.scoring = scoring;
        this.config = config;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<ServiceQuality>> getPublicServiceQuality(
            @RestQuery String agency, @RestQuery String period, @Context Request request) {
        var code = AgencyCode.parse(agency)
                .filter(agencies::knows)
                .orElseThrow(() -> ProblemException.invalid(
                        "agency",
                        "Không có cơ quan nào với mã này. Mã cơ quan gồm chữ hoa và số, ví dụ H44.07.",
                        "No agency has this code. An agency code has capitals and digits, for example H44.07."));
        var days = QualityPeriod.named(period);
        var language = caller.language();
        return published
                .of(code, days)
                .chain(read -> Conditional.answer(
                        request,
                        config.publicAge(),
                        read.agency() + days + read.asOf() + language,
                        () -> Uni.createFrom().item(scoring.of(read, days.from(), days.to(), language))));
    }

    @POST
    @Path("/calculation")
    @Consumes(MediaType.APPLICATION_JSON)
    public ServiceQuality calculateServiceQuality(@RequestBody(required = true) Calculation input) {
        if (input == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        return scoring.calculation(input.checked(), caller.language());
    }
}
