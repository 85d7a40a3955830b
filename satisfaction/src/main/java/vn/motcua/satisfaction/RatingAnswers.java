package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** Answers as they come in: level by factor. Names are checked here, so that each wrong one can be pointed at. */
record RatingAnswers(Map<String, Integer> answers) {
    private static final int MAX_ERRORS = 20;
    private static final int MAX_NAME = 40;

    /** The answers by factor, or a problem that names every wrong place. */
    Map<Factor, Integer> checked() {
        var errors = new ArrayList<FieldError>();
        var checked = new EnumMap<Factor, Integer>(Factor.class);
        if (answers != null) {
            answers.forEach((name, level) -> check(name, level, checked, errors));
        }
        if (!checked.containsKey(Factor.OVERALL) && (answers == null || !answers.containsKey("OVERALL"))) {
            errors.addFirst(FieldError.at(
                    "/answers/OVERALL", "Hãy cho biết mức hài lòng chung.", "Tell how satisfied you are overall."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
        }
        return checked;
    }

    private static void check(String name, Integer level, Map<Factor, Integer> checked, List<FieldError> errors) {
        var factor = factor(name);
        if (factor == null) {
            errors.add(FieldError.at(
                    "/answers/" + pointer(name),
                    "Không có câu hỏi này. Hãy bỏ đi.",
                    "There is no such question. Leave it out."));
        } else if (level == null || level < Levels.LOWEST || level > Levels.HIGHEST) {
            errors.add(FieldError.at(
                    "/answers/" + name,
                    "Phải là số nguyên từ 1 đến 5. Câu không áp dụng thì bỏ trống.",
                    "Must be a whole number from 1 to 5. Leave out a question that does not apply."));
        } else {
            checked.put(factor, level);
        }
    }

    private static Factor factor(String name) {
        for (var factor : Factor.values()) {
            if (factor.name().equals(name)) {
                return factor;
            }
        }
        return null;
    }

    /** The client's own word in a pointer: short, printable, escaped. */
    private static String pointer(String name) {
        var clean = name.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || "_-./~ ".indexOf(c) >= 0)
                .limit(MAX_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.replace("~", "~0").replace("/", "~1");
    }
}
