package vn.motcua.catalogue;

import java.util.List;

/** What changed between two versions of one procedure. */
record ProcedureDiff(String code, ProcedureVersion from, ProcedureVersion to, List<Difference> items) {}
