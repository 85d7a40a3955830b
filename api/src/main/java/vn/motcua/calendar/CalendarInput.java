package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** A year as an administrator publishes it: all its days, and why. */
@RegisterForReflection
record CalendarInput(String reason, OpenPoints openPoints, List<KnownYear.Day> days) {
    private static final int MOST_DAYS = 120;

    CalendarInput {
        // Null elements are named as errors below, so they must get here.
        days = days == null ? null : new ArrayList<>(days);
    }

    /** The year as it would be stored, or a problem that names every wrong place. */
    KnownYear checked(int year, int version) {
        var errors = new ArrayList<FieldError>();
        text(errors, "/reason", reason, 500);
        if (openPoints != null) {
            text(errors, "/openPoints/vi", openPoints.vi(), 1_000);
            text(errors, "/openPoints/en", openPoints.en(), 1_000);
        }
        if (days == null || days.size() > MOST_DAYS) {
            errors.add(FieldError.at("/days", "Cần danh sách ngày, tối đa 120.", "Give the days, at most 120."));
        } else {
            var seen = new HashSet<LocalDate>();
            for (int i = 0; i < days.size(); i++) {
                day(errors, "/days/" + i, days.get(i), year, seen);
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        var sorted = days.stream()
                .sorted(java.util.Comparator.comparing(KnownYear.Day::date))
                .toList();
        return new KnownYear(year, version, Optional.ofNullable(openPoints).map(OpenPoints::text), sorted);
    }

    private static void day(List<FieldError> errors, String place, KnownYear.Day day, int year, Set<LocalDate> seen) {
        if (day == null || day.date() == null || day.kind() == null || day.confirmed() == null) {
            errors.add(FieldError.at(
                    place,
                    "Mỗi ngày cần date, kind, nameVi, nameEn, source và confirmed.",
                    "A day needs date, kind, nameVi, nameEn, source and confirmed."));
            return;
        }
        text(errors, place + "/nameVi", day.nameVi(), 200);
        text(errors, place + "/nameEn", day.nameEn(), 200);
        text(errors, place + "/source", day.source(), 300);
        if (day.date().getYear() != year) {
            errors.add(FieldError.at(place + "/date", "Ngày phải thuộc năm này.", "The day must lie in this year."));
        } else if (!seen.add(day.date())) {
            errors.add(FieldError.at(place + "/date", "Ngày bị lặp lại.", "The day is listed twice."));
        }
        boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        var wrongDay = switch (day.kind()) {
            case HOLIDAY -> false;
            case SUBSTITUTE, SWAP_OFF -> weekend;
            case SWAP_WORKED -> !weekend;
        };
        if (wrongDay) {
            errors.add(FieldError.at(
                    place + "/kind",
                    "Chỉ ngày cuối tuần mới làm bù, chỉ ngày thường mới nghỉ bù hoặc hoán đổi.",
                    "Only a weekend day is worked by swap; only a weekday is a substitute or swapped off."));
        }
    }

    private static void text(List<FieldError> errors, String place, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            errors.add(FieldError.at(
                    place, "Cần từ 1 đến %d ký tự.".formatted(longest), "Give 1 to %d characters.".formatted(longest)));
        }
    }
}
