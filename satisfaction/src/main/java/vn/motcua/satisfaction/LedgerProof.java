package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Where a rating stands in the signed ledger (RFC 9162, 2.1.3).
 *
 * @param entries leaves of the rating, of its batch, and of what was decided when the batch was set aside
 */
@RegisterForReflection
record LedgerProof(TreeHead head, List<LedgerEntry> entries) {}
