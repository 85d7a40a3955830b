package vn.motcua.organisation;

/**
 * What came of a test message.
 *
 * @param error a word for what went wrong, as in {@code lastError} of a webhook
 */
record PingResult(boolean delivered, Integer status, String error) {
    static PingResult of(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Delivered(int status) -> new PingResult(true, status, null);
            case Attempt.Failed(var error, var _) -> new PingResult(false, null, error);
            case Attempt.Unwanted() -> new PingResult(false, 410, "STATUS_410");
        };
    }
}
