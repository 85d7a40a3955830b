package vn.motcua.forecast;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Conditional;

/** How often forecasts were right, for everybody. */
@Path("/v1/forecast/backtest")
class BacktestResource {
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final Forecasts forecasts;
    private final ForecastConfig config;

    BacktestResource(Forecasts forecasts, ForecastConfig config) {
        this.forecasts = forecasts;
        this.config = config;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<BacktestReport>> getForecastBacktest(@Context Request request) {
        var model = forecasts.current();
        var version = model.map(m -> m.version() + "/" + m.asOf()).orElse("none") + "/" + config.leastForecasts();
        return Conditional.answer(
                request,
                MAX_AGE,
                "forecast-backtest/" + version,
                () -> Uni.createFrom()
                        .item(() -> model.map(m -> BacktestReport.of(m, config.leastForecasts()))
                                .orElseGet(() -> BacktestReport.empty(config.leastForecasts()))));
    }
}
