package vn.motcua.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/**
 * The words of one version of a template.
 *
 * @param body sentences; one whose variable is not known is left out
 * @param lockScreen what a push may say to those who chose it; empty when this template never shows itself there
 */
record Wording(Text title, List<Text> body, Optional<Text> lockScreen) {
    Wording {
        body = List.copyOf(body);
    }

    String title(Map<String, String> variables, Language language) {
        return Templates.fill(title.in(language), variables, language);
    }

    String body(Map<String, String> variables, Language language) {
        return String.join(
                " ",
                body.stream()
                        .map(sentence -> Templates.fill(sentence.in(language), variables, language))
                        .filter(sentence -> !sentence.isEmpty())
                        .toList());
    }

    /** Nothing when the template does not allow it or a variable is not known in one of the languages. */
    Optional<Text> lockScreen(Map<String, String> variables) {
        return lockScreen
                .map(text -> new Text(
                        Templates.fill(text.vi(), variables, Language.VI),
                        Templates.fill(text.en(), variables, Language.EN)))
                .filter(text -> !text.vi().isBlank() && !text.en().isBlank());
    }
}
