package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A leaf with the hashes beside its way to the root, lowest first. */
@RegisterForReflection
record LedgerEntry(long index, String leaf, List<String> path) {}
