package vn.motcua.notification;

/** What an app says about itself: the FCM token it holds now, what it runs, and its language ({@code vi} when absent). */
public record DeviceRegistration(String fcmToken, Platform platform, DeviceLocale locale) {
    public DeviceRegistration {
        locale = locale == null ? DeviceLocale.VI : locale;
    }

    @Override
    public String toString() {
        return "DeviceRegistration[" + platform + "]";
    }
}
