package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The official who received or handles a dossier (NĐ 224/2026, Điều 15.1(g)); for the owner only. */
@RegisterForReflection
record Handler(String name, String position) {
    @Override
    public String toString() {
        return "Handler[]";
    }
}
