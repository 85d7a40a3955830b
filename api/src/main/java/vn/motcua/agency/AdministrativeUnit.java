package vn.motcua.agency;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A province or commune with its statistical code, and the agency code of its People's Committee where known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdministrativeUnit(String code, String name, Kind kind, String parent, String agencyCode) {
    enum Kind {
        PROVINCE,
        COMMUNE
    }
}
