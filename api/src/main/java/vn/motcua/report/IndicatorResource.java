package vn.motcua.report;

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
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Role;

/** Indicators for the systems that steer: pulled, documented, aggregated. */
@Path("/v1/agencies/{code}/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICER, Role.ONE_STOP_SYSTEM})
class IndicatorResource {
    private final Indicators indicators;
    private final Questions questions;
    private final Caller caller;

    IndicatorResource(Indicators indicators, Questions questions, Caller caller) {
        this.indicators = indicators;
        this.questions = questions;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    public Uni<IndicatorList> getIndicators(
            @RestPath String code, @RestQuery String period, @RestQuery ReportBasis basis) {
        var agency = questions.ownAgency(code);
        return indicators.of(agency, ReportPeriod.of(period, basis), caller.language());
    }
}
