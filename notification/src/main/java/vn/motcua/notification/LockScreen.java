package vn.motcua.notification;

/** How much a push says while anybody may be looking. */
public enum LockScreen {
    /** The same sentence for everybody. */
    NEUTRAL,
    /** What the template has for it; only where the person chose it, on a phone in use, and where the template allows. */
    FULL
}
