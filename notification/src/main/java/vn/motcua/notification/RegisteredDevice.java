package vn.motcua.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.openapi.PersonKey;

/** An installation of the app: whose it is, and the token that reaches it. */
@Entity
@Table(schema = "notification", name = "device")
class RegisteredDevice {
    @Id
    @Column(name = "installation_id")
    String installationId;

    @Column(name = "person_key")
    UUID personKey;

    @Column(name = "fcm_token")
    String fcmToken;

    @Enumerated(EnumType.STRING)
    Platform platform;

    @Enumerated(EnumType.STRING)
    DeviceLocale locale;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "last_contact_at")
    Instant lastContactAt;

    protected RegisteredDevice() {}

    RegisteredDevice(String installationId) {
        this.installationId = installationId;
    }

    /** The person who registers last owns the installation: the one before has signed out of this phone. */
    void renew(PersonKey owner, DeviceRegistration registration, Instant now) {
        if (!owner.value().equals(personKey)) {
            personKey = owner.value();
            registeredAt = now;
        }
        fcmToken = registration.fcmToken();
        platform = registration.platform();
        locale = registration.locale();
        lastContactAt = now;
    }

    @Override
    public String toString() {
        return "RegisteredDevice[" + installationId + "]";
    }
}
