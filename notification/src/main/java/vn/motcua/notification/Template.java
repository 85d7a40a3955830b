package vn.motcua.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.openapi.Text;

/**
 * One version of a text, for editors.
 *
 * @param variables what its sentences may use
 * @param publishedAt absent for a text that came with the program
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Template(
        Notice.Kind kind,
        int version,
        Text title,
        List<Text> body,
        Text lockScreen,
        String note,
        OffsetDateTime publishedAt,
        List<String> variables) {
    static Template of(Notice.Kind kind, int version, Wording wording, String note, OffsetDateTime publishedAt) {
        return new Template(
                kind,
                version,
                wording.title(),
                wording.body(),
                wording.lockScreen().orElse(null),
                note,
                publishedAt,
                Templates.variables(kind).stream().sorted().toList());
    }
}
