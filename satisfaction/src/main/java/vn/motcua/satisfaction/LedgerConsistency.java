package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** That the tree of one size is the beginning of the tree of another (RFC 9162, 2.1.4). */
@RegisterForReflection
record LedgerConsistency(long first, long second, List<String> path) {}
