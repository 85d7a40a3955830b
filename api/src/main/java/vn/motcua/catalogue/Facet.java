package vn.motcua.catalogue;

import java.util.List;

/** How many procedures each value of one filter would leave, were it chosen instead; the other filters stay. */
record Facet(String name, List<FacetValue> values) {}
