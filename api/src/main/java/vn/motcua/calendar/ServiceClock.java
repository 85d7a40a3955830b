package vn.motcua.calendar;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.motcua.openapi.Vietnam;

/** The clock of the service, which tests may replace. */
@Singleton
class ServiceClock {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.system(Vietnam.ZONE);
    }
}
