package vn.motcua.catalogue;

import java.util.List;

record ProcedureVersionList(List<ProcedureVersion> items) {}
