package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The secret that leads to a rating; it travels in a body, never in an address. */
@RegisterForReflection
record LedgerProofQuery(String receipt) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "LedgerProofQuery";
    }
}
