package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why a dossier was refused, stopped or sent back. Free text that may name people: sealed, for the owner only. */
@RegisterForReflection
record Reason(String code, String componentRef, String text, String nextAction) {
    @Override
    public String toString() {
        return "Reason[]";
    }
}
