package vn.motcua.notification;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Text;

/** What is wrong with a text, found when it is saved and not when it is sent. */
final class TemplateCheck {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SENTENCE = 500;
    private static final int MOST_SENTENCES = 20;
    private static final int LONGEST_NOTE = 200;
    /** They tell what the matter is about or who handles it: never on a lock screen, whatever the person chose. */
    private static final Set<String> NEVER_ON_LOCK_SCREEN =
            Set.of("procedure", "procedureCode", "handler", "action", "body");

    private final List<FieldError> errors = new ArrayList<>();

    private TemplateCheck() {}

    /** The words, or all that is wrong with them. */
    static Wording wording(TemplateInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Thiếu nội dung.", "The body is missing.");
        }
        if (input.kind() == null) {
            throw ProblemException.invalid("/kind", "Bắt buộc.", "Required.");
        }
        var check = new TemplateCheck();
        check.all(input);
        if (!check.errors.isEmpty()) {
            throw ProblemException.invalid(check.errors);
        }
        return new Wording(input.title(), input.body(), java.util.Optional.ofNullable(input.lockScreen()));
    }

    private void all(TemplateInput input) {
        var allowed = Templates.variables(input.kind());
        text("/title", input.title(), LONGEST_TITLE, Templates.always(input.kind()));
        if (input.body() == null || input.body().isEmpty() || input.body().size() > MOST_SENTENCES) {
            error("/body", "Từ 1 đến 20 câu.", "From 1 to 20 sentences.");
        } else {
            for (int i = 0; i < input.body().size(); i++) {
                text("/body/" + i, input.body().get(i), LONGEST_SENTENCE, allowed);
            }
        }
        if (input.lockScreen() != null) {
            var shown = new TreeSet<>(allowed);
            shown.removeAll(NEVER_ON_LOCK_SCREEN);
            text("/lockScreen", input.lockScreen(), LONGEST_TITLE, shown);
        }
        if (input.note() != null && input.note().length() > LONGEST_NOTE) {
            error("/note", "Nhiều nhất 200 ký tự.", "At most 200 characters.");
        }
    }

    private void text(String place, Text text, int longest, Set<String> allowed) {
        if (text == null
                || text.vi() == null
                || text.vi().isBlank()
                || text.en() == null
                || text.en().isBlank()) {
            error(place, "Cần cả tiếng Việt (vi) và tiếng Anh (en).", "Needs both Vietnamese (vi) and English (en).");
            return;
        }
        int before = errors.size();
        one(place + "/vi", text.vi(), longest, allowed);
        one(place + "/en", text.en(), longest, allowed);
        if (errors.size() == before && !Templates.variablesIn(text.vi()).equals(Templates.variablesIn(text.en()))) {
            error(place, "Hai ngôn ngữ phải dùng cùng các biến.", "Both languages must use the same variables.");
        }
    }

    private void one(String place, String text, int longest, Set<String> allowed) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            error(
                    place,
                    "Nhiều nhất " + longest + " ký tự, trên một dòng.",
                    "At most " + longest + " characters, on one line.");
        }
        var rest = Templates.withoutVariables(text);
        var unknown = new TreeSet<>(Templates.variablesIn(text));
        unknown.removeAll(allowed);
        if (!unknown.isEmpty() || rest.contains("{") || rest.contains("}")) {
            var may = new TreeSet<>(allowed)
                    .stream().map(name -> "{" + name + "}").collect(joining(", "));
            error(place, "Ở đây chỉ dùng được: " + may + ".", "What can be used here: " + may + ".");
        }
    }

    private void error(String place, String vi, String en) {
        errors.add(FieldError.at(place, vi, en));
    }
}
