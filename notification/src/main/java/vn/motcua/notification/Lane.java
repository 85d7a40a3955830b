package vn.motcua.notification;

/** What goes first. The order is the one of the column {@code outbox.lane}, which has one more, never claimed from: 4, what a pause holds. */
enum Lane {
    /** A legal deadline within one working day. */
    URGENT,
    /** The law asks for it at once (NĐ 224/2026 art. 15.1(g)). */
    STATUS,
    /** Invitations to rate: nobody waits for them. */
    CAN_WAIT,
    /** Announcements to many: whatever is somebody's own goes first. */
    BROADCAST
}
