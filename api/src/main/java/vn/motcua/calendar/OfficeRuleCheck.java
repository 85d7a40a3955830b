package vn.motcua.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProcedureCode;

/** Whether the rules of office hours can be counted with. */
final class OfficeRuleCheck {
    static final int MOST_RULES = 2_000;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private OfficeRuleCheck() {}

    static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    static List<FieldError> errors(List<OfficeRule> rules) {
        var errors = new ArrayList<FieldError>();
        if (rules.size() > MOST_RULES) {
            errors.add(FieldError.at("/rules", "Tối đa 2000 quy tắc.", "At most 2000 rules."));
            return errors;
        }
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), "/rules/" + i, errors);
        }
        return errors;
    }

    private static void check(OfficeRule rule, String place, List<FieldError> errors) {
        if (rule == null) {
            errors.add(FieldError.at(place, "Không được để trống.", "Must not be empty."));
            return;
        }
        if (rule.agency() != null
                && AgencyCode.parse(rule.agency())
                        .filter(code -> code.value().equals(rule.agency()))
                        .isEmpty()) {
            errors.add(FieldError.at(
                    place + "/agency",
                    "Mã cơ quan gồm chữ hoa và số, ví dụ H44.07.",
                    "An agency code has capitals and digits, for example H44.07."));
        }
        if (rule.procedure() != null && ProcedureCode.parse(rule.procedure()).isEmpty()) {
            errors.add(FieldError.at(
                    place + "/procedure", "Mã thủ tục có dạng 1.001193.", "A procedure code looks like 1.001193."));
        }
        if (rule.season() != null && !isSeason(rule.season())) {
            errors.add(FieldError.at(
                    place + "/season",
                    "Mùa có dạng MM-dd/MM-dd, ví dụ 04-15/10-15.",
                    "A season is written MM-dd/MM-dd, for example 04-15/10-15."));
        }
        times(rule, place, errors);
    }

    private static void times(OfficeRule rule, String place, List<FieldError> errors) {
        var day = rule.times().toList();
        boolean formed = day.stream().allMatch(time -> TIME.matcher(time).matches())
                && (rule.sameDayUntil() == null
                        || TIME.matcher(rule.sameDayUntil()).matches());
        if (!formed) {
            errors.add(FieldError.at(
                    place, "Giờ có dạng HH:mm, ví dụ 07:30.", "A time is written HH:mm, for example 07:30."));
        } else if (day.isEmpty() && rule.sameDayUntil() == null) {
            errors.add(FieldError.at(
                    place,
                    "Quy tắc phải nêu giờ làm việc hoặc giờ chốt trong ngày.",
                    "A rule must give office hours or the hour of the same-day rule."));
        } else if (!day.isEmpty() && (day.size() != 4 || !inOrder(rule))) {
            errors.add(FieldError.at(
                    place,
                    "Cần đủ bốn giờ theo thứ tự: mở cửa, nghỉ trưa, làm lại, đóng cửa.",
                    "Give all four times in order: opens, lunch from, lunch to, closes."));
        }
    }

    private static boolean inOrder(OfficeRule rule) {
        try {
            rule.over(OfficeHours.USUAL);
            return true;
        } catch (IllegalArgumentException outOfOrder) {
            return false;
        }
    }

    private static boolean isSeason(String text) {
        try {
            Season.parse(text);
            return true;
        } catch (DateTimeException notASeason) {
            return false;
        }
    }
}
