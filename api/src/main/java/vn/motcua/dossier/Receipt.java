package vn.motcua.dossier;

/** What a receipt carries for looking up: the secret in groups of four, and the text of the QR. */
record Receipt(String code, String secret, String qr) {
    @Override
    public String toString() {
        return "Receipt[" + code + "]";
    }
}
