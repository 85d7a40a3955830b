package vn.motcua.notification;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;

class TemplatesTest {
    private static final Wording STATUS =
            Templates.shipped(Notice.Kind.DOSSIER_STATUS, 1).orElseThrow();

    @Test
    void everyKindHasATextInBothLanguages() {
        for (var kind : Notice.Kind.values()) {
            var known = Templates.always(kind).stream().collect(toMap(name -> name, name -> "x"));
            known.put("status", "x");
            for (var language : Language.values()) {
                int version = Templates.current(kind);
                assertFalse(Templates.shipped(kind, version)
                        .orElseThrow()
                        .title(known, language)
                        .isBlank());
                assertFalse(Templates.shipped(kind, version)
                        .orElseThrow()
                        .body(known, language)
                        .isBlank());
            }
        }
    }

    @Test
    void sentenceWithAnUnknownVariableIsLeftOut() {
        assertEquals("Hẹn trả kết quả: 04/09/2026.", STATUS.body(Map.of("dueAt", "04/09/2026"), Language.VI));
    }

    @Test
    void valueIsTextAndNotATemplate() {
        assertEquals("Agency: {handler} $1 \\.", STATUS.body(Map.of("agency", "{handler} $1 \\"), Language.EN));
    }

    @Test
    void wordOfTheLanguageGoesBeforeTheCommonOne() {
        var variables = Map.of("status", "5", "statusEn", "Returned");
        assertEquals("Status: Returned.", STATUS.body(variables, Language.EN));
        assertEquals("Trạng thái: 5.", STATUS.body(variables, Language.VI));
    }
}
