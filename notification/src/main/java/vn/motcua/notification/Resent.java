package vn.motcua.notification;

/**
 * What came of a wish to send again.
 *
 * @param queued how many pushes are on their way again
 * @param gone how many can no longer be sent: the device was removed or is another person's, or the announcement was stopped
 * @param more whether there are more, for another call
 */
public record Resent(int queued, int gone, boolean more) {}
