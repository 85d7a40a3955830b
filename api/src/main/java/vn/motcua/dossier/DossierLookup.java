package vn.motcua.dossier;

/** A look-up without an account: the code on the receipt, and something only the applicant knows. */
record DossierLookup(String code, String proof) {
    @Override
    public String toString() {
        return "DossierLookup[]";
    }
}
