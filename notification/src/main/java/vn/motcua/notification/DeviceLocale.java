package vn.motcua.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import vn.motcua.openapi.Language;

/** The language that a device shows its pushes in. */
public enum DeviceLocale {
    @JsonProperty("vi")
    VI,
    @JsonProperty("en")
    EN;

    Language language() {
        return switch (this) {
            case VI -> Language.VI;
            case EN -> Language.EN;
        };
    }
}
