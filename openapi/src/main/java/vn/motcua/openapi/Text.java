package vn.motcua.openapi;

import static java.util.Objects.requireNonNull;

/** One sentence in both languages of the service. */
public record Text(String vi, String en) {
    public Text {
        requireNonNull(vi, "vi");
        requireNonNull(en, "en");
    }

    public String in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }
}
