package vn.motcua.catalogue;

/** A fee as published. No amount means that the text says it. */
record Fee(Kind kind, Long amount, String currency, String text) {
    /** FEE is lệ phí, CHARGE is phí. */
    enum Kind {
        FEE,
        CHARGE,
        OTHER
    }

    private static final int SHORT = 200;

    Fee {
        if (amount != null && amount < 0) {
            throw new IllegalArgumentException("amount");
        }
        text = text == null || text.isBlank() ? null : text;
        // Systems store 0 where the amount is set elsewhere and say so beside it: then the words decide, not the 0.
        amount = amount != null && amount == 0 && text != null ? null : amount;
    }

    /** For lists: exemptions can run over pages. */
    Fee shortened() {
        return text == null || text.length() <= SHORT
                ? this
                : new Fee(kind, amount, currency, text.substring(0, text.offsetByCodePoints(0, SHORT - 1)) + "…");
    }
}
