package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.StrictText;
import vn.motcua.openapi.Text;

/** A questionnaire as an administrator writes it. */
@RegisterForReflection
record QuestionnaireDraft(String titleVi, String titleEn, List<DraftItem> items) {
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,19}");
    private static final int MAX_TEXT = 500;
    private static final int MAX_ITEMS = 60;

    /** One question as written. */
    @RegisterForReflection
    record DraftItem(String code, Factor factor, String textVi, String textEn) {}

    /** The draft when it can be asked as it stands, or a problem that names every wrong place. */
    Questionnaire checked(String code, int version) {
        var errors = new ArrayList<FieldError>();
        text(titleVi, "/titleVi", errors);
        text(titleEn, "/titleEn", errors);
        if (items == null || items.isEmpty() || items.size() > MAX_ITEMS) {
            errors.add(FieldError.at(
                    "/items", "Cần từ 1 đến " + MAX_ITEMS + " câu hỏi.", "Between 1 and " + MAX_ITEMS + " questions."));
        } else {
            checkItems(errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Questionnaire(
                code,
                version,
                Questionnaire.State.DRAFT,
                normalised(titleVi, titleEn),
                items.stream()
                        .map(i -> new Questionnaire.Item(i.code(), i.factor(), normalised(i.textVi(), i.textEn())))
                        .toList());
    }

    private void checkItems(List<FieldError> errors) {
        var codes = new HashSet<String>();
        int overall = 0;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var at = "/items/" + i;
            if (item == null) {
                errors.add(FieldError.at(at, "Bắt buộc nhập.", "Required."));
                continue;
            }
            if (item.code() == null || !CODE.matcher(item.code()).matches() || !codes.add(item.code())) {
                errors.add(FieldError.at(
                        at + "/code",
                        "Mã gồm chữ hoa, số, gạch dưới, tối đa 20 ký tự, không trùng nhau.",
                        "Up to 20 capitals, digits or underscores, each code once."));
            }
            if (item.factor() == null) {
                errors.add(FieldError.at(at + "/factor", "Bắt buộc nhập.", "Required."));
            } else if (item.factor() == Factor.OVERALL) {
                overall++;
            }
            text(item.textVi(), at + "/textVi", errors);
            text(item.textEn(), at + "/textEn", errors);
        }
        if (overall != 1) {
            errors.add(FieldError.at(
                    "/items", "Cần đúng một câu hỏi chung (OVERALL).", "Exactly one question must be OVERALL."));
        }
    }

    private static void text(String text, String pointer, List<FieldError> errors) {
        if (text == null || text.isBlank() || text.length() > MAX_TEXT || StrictText.isBroken(text)) {
            errors.add(FieldError.at(
                    pointer,
                    "Bắt buộc nhập, tối đa " + MAX_TEXT + " ký tự.",
                    "Required, at most " + MAX_TEXT + " characters."));
        }
    }

    private static Text normalised(String vi, String en) {
        return new Text(StrictText.normalised(vi.strip()), StrictText.normalised(en.strip()));
    }
}
