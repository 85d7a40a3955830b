package vn.motcua.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.motcua.openapi.Page;

/** One page of agencies, by code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgencyPage(List<Agency> items, String nextCursor) {
    static AgencyPage of(Page<Agency> page) {
        return new AgencyPage(page.items(), page.nextCursor());
    }
}
