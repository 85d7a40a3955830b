package vn.motcua.dossier;

/**
 * A look at a dossier, to be written down.
 *
 * @param account the account of the token; kept for an inquiry, never shown
 */
record Access(
        String dossierCode, AccessRole role, String agency, String position, AccessPurpose purpose, String account) {
    @Override
    public String toString() {
        return "Access[" + dossierCode + "]";
    }
}
