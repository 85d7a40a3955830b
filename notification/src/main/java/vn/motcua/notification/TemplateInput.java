package vn.motcua.notification;

import java.util.List;
import vn.motcua.openapi.Text;

/**
 * A text to publish.
 *
 * @param basedOn the version that the editor saw; another one published meanwhile is not overwritten unseen
 * @param title may use only what every cause gives: it must never be empty
 * @param body sentences; one whose variable is not known is left out
 * @param lockScreen what a push may say to those who chose full text; absent: never more than the neutral sentence
 * @param note why, for the other editors
 */
public record TemplateInput(
        Notice.Kind kind, Integer basedOn, Text title, List<Text> body, Text lockScreen, String note) {}
