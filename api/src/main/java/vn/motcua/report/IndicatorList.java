package vn.motcua.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;

/** @param asOf up to when everything that was reported is counted */
@RegisterForReflection
record IndicatorList(Report.Agency agency, Report.Period period, OffsetDateTime asOf, List<Indicator> items) {
    IndicatorList {
        items = List.copyOf(items);
    }
}
