package vn.motcua.agency;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An agency as the public sees it. {@code administrativeUnit} is the statistical code of its province or commune. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Agency(String code, String name, AgencyLevel level, String parent, String administrativeUnit) {}
