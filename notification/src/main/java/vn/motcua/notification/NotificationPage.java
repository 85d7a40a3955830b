package vn.motcua.notification;

import java.util.List;

/** One page of the inbox, newest first, and how many entries of the whole inbox are unread. */
public record NotificationPage(List<Notification> items, String nextCursor, int unread) {
    public NotificationPage {
        items = List.copyOf(items);
    }
}
