package vn.motcua.calendar;

import java.util.List;

/** All rules of office hours in force; version 0 and no rule before the first publication. */
record OfficeHoursList(int version, List<OfficeRule> rules) {
    OfficeHoursList {
        rules = List.copyOf(rules);
    }
}
