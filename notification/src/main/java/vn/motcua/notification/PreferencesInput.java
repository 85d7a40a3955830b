package vn.motcua.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** Preferences as sent; what is left out has its default. */
public record PreferencesInput(
        Boolean push,
        Map<Notice.Kind, Boolean> kinds,
        Map<String, Boolean> agencies,
        @JsonProperty("quietHours") Preferences.Hours quietHours,
        LockScreen lockScreen) {
    static final String VIETNAM = "Asia/Ho_Chi_Minh";

    private static final int MOST_AGENCIES = 200;
    private static final Pattern AGENCY = Pattern.compile("[A-Z0-9]+(\\.[A-Z0-9]+)*");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    /** Checked and with its defaults, or all that is wrong with it. */
    static Preferences checked(PreferencesInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Thiếu nội dung.", "The body is missing.");
        }
        var errors = new ArrayList<FieldError>();
        checkMap("/kinds", input.kinds, errors);
        checkMap("/agencies", input.agencies, errors);
        checkAgencies(input.agencies, errors);
        if (input.quietHours != null) {
            hours(input.quietHours, errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Preferences(
                input.push == null || input.push,
                input.kinds == null ? Map.of() : input.kinds,
                input.agencies == null ? Map.of() : input.agencies,
                input.quietHours == null ? null : withZone(input.quietHours),
                input.lockScreen == null ? LockScreen.NEUTRAL : input.lockScreen);
    }

    private static void checkMap(String place, Map<?, Boolean> map, List<FieldError> errors) {
        if (map != null && map.containsValue(null)) {
            errors.add(FieldError.at(place, "Mỗi giá trị là true hoặc false.", "Each value is true or false."));
        }
    }

    private static void checkAgencies(Map<String, Boolean> agencies, List<FieldError> errors) {
        if (agencies == null) {
            return;
        }
        if (agencies.size() > MOST_AGENCIES) {
            errors.add(FieldError.at("/agencies", "Nhiều nhất 200 cơ quan.", "At most 200 agencies."));
        }
        for (var code : agencies.keySet()) {
            if (code.length() > 35 || !AGENCY.matcher(code).matches()) {
                errors.add(FieldError.at(
                        "/agencies", "Có mã cơ quan không đúng, ví dụ đúng: H15.50.", "A code is wrong; like H15.50."));
                return;
            }
        }
    }

    private static void hours(Preferences.Hours asked, List<FieldError> errors) {
        var from = time("/quietHours/from", asked.from(), errors);
        var to = time("/quietHours/to", asked.to(), errors);
        var zone = zone(asked.zone());
        if (zone.isEmpty()) {
            errors.add(FieldError.at(
                    "/quietHours/zone",
                    "Không có múi giờ này. Ví dụ đúng: Asia/Ho_Chi_Minh.",
                    "No such time zone. Right is, for example, Asia/Ho_Chi_Minh."));
        }
        if (from.isPresent() && to.isPresent()) {
            var length = new QuietHours(from.get(), to.get(), ZoneId.of(VIETNAM)).length();
            if (from.equals(to) || length.compareTo(QuietHours.LONGEST) > 0) {
                errors.add(FieldError.at(
                        "/quietHours",
                        "Giờ yên lặng dài nhất 16 giờ. Nếu không muốn nhận tin đẩy, hãy đặt push là false.",
                        "At most 16 hours. To get no pushes at all, set push to false."));
            }
        }
    }

    private static Optional<LocalTime> time(String place, String value, List<FieldError> errors) {
        if (value != null && TIME.matcher(value).matches()) {
            return Optional.of(LocalTime.parse(value));
        }
        errors.add(FieldError.at(place, "Giờ dạng 22:00.", "A time like 22:00."));
        return Optional.empty();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(name == null ? ZoneId.of(VIETNAM) : ZoneId.of(name))
                    .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone.getId()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Preferences.Hours withZone(Preferences.Hours asked) {
        return asked.zone() == null ? new Preferences.Hours(asked.from(), asked.to(), VIETNAM) : asked;
    }
}
