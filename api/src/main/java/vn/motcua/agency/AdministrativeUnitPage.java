package vn.motcua.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.motcua.openapi.Page;

/** One page of administrative units, by code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdministrativeUnitPage(List<AdministrativeUnit> items, String nextCursor) {
    static AdministrativeUnitPage of(Page<AdministrativeUnit> page) {
        return new AdministrativeUnitPage(page.items(), page.nextCursor());
    }
}
