package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where the papers were handed in, who received them, and who decides. */
@RegisterForReflection
record EventAgencies(String support, String reception, String competent) {}
