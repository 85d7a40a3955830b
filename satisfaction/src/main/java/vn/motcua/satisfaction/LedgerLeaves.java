package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Leaves as they are hashed, from one index on.
 *
 * @param size of the newest signed tree; no leaf behind it is shown
 */
@RegisterForReflection
record LedgerLeaves(long from, long size, List<String> leaves) {}
