package vn.motcua.notification;

/** What a device runs. */
public enum Platform {
    ANDROID,
    IOS,
    WEB
}
