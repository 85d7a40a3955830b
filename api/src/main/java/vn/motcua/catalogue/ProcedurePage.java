package vn.motcua.catalogue;

import java.util.List;

record ProcedurePage(List<ProcedureSummary> items, String nextCursor, List<Facet> facets) {}
