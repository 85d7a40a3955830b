package vn.motcua.notification;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Text;
import vn.motcua.openapi.Vietnam;

/** What is wrong with an announcement, found before anybody is told. */
@ApplicationScoped
class BroadcastCheck {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_BODY = 2_000;
    /** Two weeks of minutes. */
    static final int LONGEST_SPREAD = 20_160;

    private static final Duration FURTHEST = Duration.ofDays(60);
    private static final Duration FURTHEST_DOWNTIME = Duration.ofDays(366);
    /** A form that is filled in and sent says "now" a little late. */
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final BroadcastSurroundings surroundings;
    private final BroadcastConfig config;
    private final Clock clock;

    BroadcastCheck(BroadcastSurroundings surroundings, BroadcastConfig config) {
        this.surroundings = surroundings;
        this.config = config;
        this.clock = Clock.systemUTC();
    }

    /** The announcement, or all that is wrong with it. */
    BroadcastDraft checked(BroadcastInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Thiếu nội dung.", "The body is missing.");
        }
        var errors = new ArrayList<FieldError>();
        var audience = audience(input.audience(), errors);
        words(input, errors);
        var now = clock.instant();
        var start = start(input.startAt(), now, errors);
        var hours = hours(input.hours(), errors);
        int spread = requireNonNullElse(input.spreadMinutes(), 0);
        if (input.spreadMinutes() != null && (spread < 1 || spread > LONGEST_SPREAD)) {
            errors.add(FieldError.at("/spreadMinutes", "Từ 1 đến 20160 phút.", "From 1 to 20160 minutes."));
        }
        var tellBy = hours.flatMap(open -> tellBy(input.downtime(), open.open(start), now, errors));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new BroadcastDraft(
                audience.orElseThrow(),
                audience.get().kind() == BroadcastInput.Audience.Kind.PROVINCE
                        ? audience.get().code()
                        : BroadcastDraft.THE_SERVICE,
                variables(input),
                start,
                hours.orElseThrow(),
                Duration.ofMinutes(spread),
                tellBy,
                surroundings.author());
    }

    private Optional<BroadcastInput.Audience> audience(BroadcastInput.Audience asked, List<FieldError> errors) {
        if (asked == null || asked.kind() == null) {
            errors.add(FieldError.at("/audience", "Bắt buộc: thông báo cho ai.", "Required: who is to be told."));
            return Optional.empty();
        }
        var code = switch (asked.kind()) {
            case ALL -> Optional.<String>empty();
            case PROVINCE -> Optional.ofNullable(asked.code()).filter(surroundings::isProvince);
            case FOLLOWERS -> Optional.ofNullable(asked.code()).flatMap(surroundings::procedure);
        };
        switch (asked.kind()) {
            case ALL -> {
                if (asked.code() != null) {
                    errors.add(FieldError.at("/audience/code", "Bỏ trống khi gửi cho tất cả.", "Leave out for all."));
                }
            }
            case PROVINCE -> {
                if (code.isEmpty()) {
                    errors.add(FieldError.at(
                            "/audience/code",
                            "Không phải mã tỉnh, thành phố, ví dụ đúng: H44.",
                            "Not the code of a province; right is, for example, H44."));
                }
            }
            case FOLLOWERS -> {
                if (code.isEmpty()) {
                    errors.add(FieldError.at("/audience/code", "Không có thủ tục này.", "There is no such procedure."));
                }
            }
        }
        return Optional.of(new BroadcastInput.Audience(asked.kind(), code.orElse(null)));
    }

    private static void words(BroadcastInput input, List<FieldError> errors) {
        words("/title", input.title(), LONGEST_TITLE, "", errors);
        words("/body", input.body(), LONGEST_BODY, "\n", errors);
    }

    private static void words(String place, Text text, int longest, String allowed, List<FieldError> errors) {
        if (text == null || text.vi().isBlank() || text.en().isBlank()) {
            errors.add(FieldError.at(
                    place,
                    "Cần cả tiếng Việt (vi) và tiếng Anh (en).",
                    "Needs both Vietnamese (vi) and English (en)."));
            return;
        }
        for (var words : List.of(text.vi(), text.en())) {
            boolean odd = words.chars().anyMatch(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0);
            if (words.length() > longest || odd) {
                errors.add(FieldError.at(
                        place,
                        "Nhiều nhất " + longest + " ký tự, không có ký tự điều khiển.",
                        "At most " + longest + " characters, without control characters."));
                return;
            }
        }
    }

    private static Instant start(OffsetDateTime asked, Instant now, List<FieldError> errors) {
        if (asked == null) {
            return now;
        }
        var start = asked.toInstant();
        if (start.isBefore(now.minus(A_MOMENT)) || start.isAfter(now.plus(FURTHEST))) {
            errors.add(FieldError.at("/startAt", "Từ bây giờ đến 60 ngày sau.", "Between now and 60 days from now."));
        }
        return start.isBefore(now) ? now : start;
    }

    private Optional<BroadcastHours> hours(BroadcastInput.Hours asked, List<FieldError> errors) {
        if (asked == null) {
            return Optional.of(new BroadcastHours(config.hoursFrom(), config.hoursTo()));
        }
        boolean good = asked.from() != null
                && asked.to() != null
                && TIME.matcher(asked.from()).matches()
                && TIME.matcher(asked.to()).matches()
                && asked.from().compareTo(asked.to()) < 0;
        if (!good) {
            errors.add(FieldError.at(
                    "/hours",
                    "Giờ dạng 08:00; giờ bắt đầu phải trước giờ kết thúc.",
                    "Times like 08:00, and the beginning before the end."));
            return Optional.empty();
        }
        return Optional.of(new BroadcastHours(LocalTime.parse(asked.from()), LocalTime.parse(asked.to())));
    }

    /** The last day on which somebody may be told of this pause of service. */
    private Optional<LocalDate> tellBy(
            BroadcastInput.Downtime asked, Instant firstTold, Instant now, List<FieldError> errors) {
        if (asked == null) {
            return Optional.empty();
        }
        if (asked.from() == null || asked.until() == null || !asked.from().isBefore(asked.until())) {
            errors.add(FieldError.at(
                    "/downtime", "Cần from và until, from trước until.", "Needs from and until, from before until."));
            return Optional.empty();
        }
        if (asked.until().toInstant().isAfter(now.plus(FURTHEST_DOWNTIME))) {
            errors.add(FieldError.at("/downtime", "Trong vòng một năm.", "Within a year."));
            return Optional.empty();
        }
        var day = Vietnam.time(asked.from()).toLocalDate();
        var latest = surroundings.workingDaysBefore(day, config.downtimeNotice());
        if (latest.isEmpty()) {
            errors.add(FieldError.at(
                    "/downtime/from",
                    "Chưa có lịch làm việc của năm này. Hãy công bố lịch trước.",
                    "There is no calendar of that year yet. Publish it first."));
        } else if (firstTold.atZone(Vietnam.ZONE).toLocalDate().isAfter(latest.get())) {
            var last = latest.get().format(DAY);
            errors.add(FieldError.at(
                    "/downtime/from",
                    "Phải báo trước " + config.downtimeNotice() + " ngày làm việc: muộn nhất là ngày " + last + ".",
                    "Has to be told " + config.downtimeNotice() + " working days ahead: at the latest on " + last
                            + "."));
        }
        return latest;
    }

    private static Map<String, String> variables(BroadcastInput input) {
        var variables = new HashMap<String, String>();
        variables.put("titleVi", input.title().vi());
        variables.put("titleEn", input.title().en());
        variables.put("bodyVi", input.body().vi());
        variables.put("bodyEn", input.body().en());
        if (input.downtime() != null) {
            variables.put("downtimeFrom", Vietnam.time(input.downtime().from()).format(SHOWN));
            variables.put(
                    "downtimeUntil", Vietnam.time(input.downtime().until()).format(SHOWN));
        }
        return variables;
    }
}
