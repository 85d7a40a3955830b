package vn.motcua.dossier;

/** Where the papers were handed in, who received them, and who decides; null where not known. */
record DossierAgencies(AgencyRef support, AgencyRef reception, AgencyRef competent) {}
