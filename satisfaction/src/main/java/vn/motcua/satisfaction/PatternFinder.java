package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what has a form of its own: addresses of the network, codes of dossiers, vehicle plates. */
final class PatternFinder {
    private static final String AT =
            "(?:\\s?@\\s?|\\s?[(\\[]\\s?(?:at|a cong|a moc)\\s?[)\\]]\\s?|\\s(?:a cong|a moc)\\s)";
    private static final String DOT = "(?:\\.|\\s?[(\\[]\\s?(?:dot|cham)\\s?[)\\]]\\s?|\\s(?:cham|dot)\\s)";
    private static final String HOST_ENDS =
            "(?:vn|com|net|org|info|io|me|ly|gl|link|page|site|online|top|xyz|club|shop|app|edu|gov|example|test|invalid)";

    /** The public services themselves are no secret: a bare host of the State says which site failed. */
    private static final Pattern STATE_HOST = Pattern.compile("(?:https?://)?(?:[a-z0-9-]+\\.)*gov\\.vn/?");

    /** On text without marks and in small letters, in this order. */
    private static final Map<Pattern, Personal> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put(
                Pattern.compile(
                        "(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]*" + AT + "[a-z0-9-]+(?:" + DOT + "[a-z0-9-]+)+"),
                Personal.EMAIL);
        FORMS.put(Pattern.compile("(?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+"), Personal.EMAIL);
        FORMS.put(
                Pattern.compile("(?:https?\\s?:\\s?//|www\\.)[^\\s,;\"'<>]*[^\\s,;\"'<>.)!?]"
                        + "|(?<![a-z0-9@.-])(?:[a-z0-9-]+\\.)+" + HOST_ENDS
                        + "\\b(?:[/?][^\\s,;\"'<>]*[^\\s,;\"'<>.)!?])?(?![a-z0-9@])"),
                Personal.URL);
        FORMS.put(
                Pattern.compile(
                        "(?<![a-z0-9])(?:\\d{1,3}\\.)*[a-z]\\s?\\d{2}(?:\\.\\d{1,3}){0,4}\\s?[-–_]\\s?\\d{6}\\s?[-–_]\\s?\\d{3,6}(?!\\d)"
                                + "|(?<![a-z0-9])pakn[.\\s-]?\\d{8}[.\\s-]?\\d{3,}"),
                Personal.DOSSIER);
        FORMS.put(
                Pattern.compile("(?<![a-z0-9])\\d{2}\\s?[-.]?\\s?(?:[a-hk-z]|md|ld|da|ng|nn|mk|[a-hk-z][a-hk-z0-9])"
                        + "\\s?[-.]?\\s?(?:\\d{3}[.\\s]?\\d{2}|\\d{4})(?![a-z0-9])"),
                Personal.PLATE);
        FORMS.put(Pattern.compile("(?<![a-z0-9])[bcnkp]\\d{7}(?!\\w)"), Personal.ID);
    }

    private PatternFinder() {}

    static List<Personal.Found> find(WrittenText text) {
        var found = new ArrayList<Personal.Found>();
        FORMS.forEach((form, kind) -> {
            var matcher = form.matcher(text.folded());
            while (matcher.find()) {
                if (kind != Personal.URL || !STATE_HOST.matcher(matcher.group()).matches()) {
                    found.add(new Personal.Found(kind, matcher.start(), matcher.end()));
                }
            }
        });
        return found;
    }
}
