package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/**
 * Answers as they come in. Names are checked here, so that each wrong one can be pointed at.
 *
 * @param answers level by code of the question
 * @param notApplicable questions that do not apply, or null; they count nowhere
 * @param keepOpen whether the rating is to wait until it can no longer be changed before it is mixed with others
 * @param comment in the person's own words, or null
 */
record RatingAnswers(Map<String, Integer> answers, List<String> notApplicable, Boolean keepOpen, String comment) {
    private static final int MAX_ERRORS = 20;
    private static final int MAX_NAME = 40;

    RatingAnswers(Map<String, Integer> answers, List<String> notApplicable, Boolean keepOpen) {
        this(answers, notApplicable, keepOpen, null);
    }

    boolean wantsToStayOpen() {
        return Boolean.TRUE.equals(keepOpen);
    }

    /** The answers in the order of the questions, or a problem that names every wrong place. */
    Answers checked(Questionnaire questionnaire) {
        var errors = new ArrayList<FieldError>();
        var levels = new Integer[questionnaire.items().size()];
        if (answers != null) {
            answers.forEach((name, level) -> check(questionnaire, name, level, levels, errors));
        }
        var overall = questionnaire.overallCode();
        if (answers == null || !answers.containsKey(overall)) {
            errors.addFirst(FieldError.at(
                    "/answers/" + overall, "Hãy cho biết mức hài lòng chung.", "Tell how satisfied you are overall."));
        }
        checkNotApplicable(questionnaire, levels, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
        }
        return Answers.of(levels);
    }

    private static void check(
            Questionnaire questionnaire, String name, Integer level, Integer[] levels, List<FieldError> errors) {
        int place = place(questionnaire, name);
        if (place < 0) {
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
            levels[place] = level;
        }
    }

    private void checkNotApplicable(Questionnaire questionnaire, Integer[] levels, List<FieldError> errors) {
        if (notApplicable == null) {
            return;
        }
        for (int i = 0; i < notApplicable.size() && errors.size() < MAX_ERRORS; i++) {
            int place = notApplicable.get(i) == null ? -1 : place(questionnaire, notApplicable.get(i));
            if (place < 0 || place == questionnaire.overall() || levels[place] != null) {
                errors.add(FieldError.at(
                        "/notApplicable/" + i,
                        "Phải là mã một câu hỏi chưa trả lời, khác câu hỏi chung.",
                        "Must be the code of a question that is not answered, and not the overall one."));
            } else {
                levels[place] = Answers.NOT_APPLICABLE;
            }
        }
    }

    private static int place(Questionnaire questionnaire, String code) {
        for (int i = 0; i < questionnaire.items().size(); i++) {
            if (questionnaire.items().get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
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
