package vn.motcua.forecast;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Learning by day, when somebody asks for it. */
@Path("/v1/admin/forecast/refresh")
@RolesAllowed(Role.ADMIN)
class ForecastAdminResource {
    private final ForecastRefresh refresh;

    /** Work has begun on the model of this morning. */
    @RegisterForReflection
    record RefreshBegun(LocalDate asOf) {}

    ForecastAdminResource(ForecastRefresh refresh) {
        this.refresh = refresh;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @ResponseStatus(202)
    public RefreshBegun refreshForecasts() {
        return refresh.begin()
                .map(RefreshBegun::new)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.FORECAST_IN_PROGRESS,
                        "Dự báo đang được tính. Hãy xem lại kết quả sau vài phút.",
                        "Forecasts are being made just now. Look at the result in some minutes."));
    }
}
