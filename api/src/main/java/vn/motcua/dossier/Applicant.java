package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who applies, as the sending system knows it. Personal: never stored in clear. */
@RegisterForReflection
record Applicant(Kind kind, String name, String personalId, String organisationCode, String phone) {
    enum Kind {
        CITIZEN,
        ENTERPRISE,
        HOUSEHOLD_BUSINESS,
        COOPERATIVE,
        ORGANISATION
    }

    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
