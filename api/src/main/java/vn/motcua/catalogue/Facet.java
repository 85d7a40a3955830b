package vn.motcua.catalogue;

import java.util.List;

/** How many of the found procedures each value of one filter would leave. */
record Facet(String name, List<FacetValue> values) {}
