package vn.motcua.notification;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** What people would read, in both languages. */
public record TemplatePreview(Shown vi, Shown en) {
    /**
     * @param push what a lock screen shows to everybody
     * @param lockScreen what it shows to those who chose full text
     */
    public record Shown(String title, String body, String push, String lockScreen) {}

    /**
     * What to preview.
     *
     * @param variables made-up values; those that are absent are left out, as with a real dossier
     */
    public record Wish(TemplateInput template, Map<String, String> variables) {
        public Wish {
            variables = variables == null ? Map.of() : new HashMap<>(variables);
        }
    }

    static TemplatePreview of(Notice.Kind kind, Wording wording, Map<String, String> variables) {
        return new TemplatePreview(
                shown(kind, wording, variables, Language.VI), shown(kind, wording, variables, Language.EN));
    }

    private static Shown shown(Notice.Kind kind, Wording wording, Map<String, String> variables, Language language) {
        Text neutral = PushText.of(kind).body();
        var lockScreen = wording.lockScreen(variables).orElse(neutral);
        return new Shown(
                wording.title(variables, language),
                wording.body(variables, language),
                neutral.in(language),
                lockScreen.in(language));
    }
}
