package vn.motcua.organisation;

/**
 * An endpoint as its firm describes it.
 *
 * @param concurrency messages on their way at a time, 1 to 8, 4 when absent; 1 keeps the order of the feed strictly
 * @param active false pauses it; absent means true
 */
record WebhookInput(String url, String label, Integer concurrency, Boolean active) {
    static final int USUAL_CONCURRENCY = 4;

    int places() {
        return concurrency == null ? USUAL_CONCURRENCY : concurrency;
    }

    boolean isActive() {
        return active == null || active;
    }

    @Override
    public String toString() {
        return "WebhookInput[]";
    }
}
