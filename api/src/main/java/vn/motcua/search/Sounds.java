package vn.motcua.search;

import java.util.List;

/** Letters that many speakers pronounce alike and therefore confuse in writing: ch/tr, s/x, d/gi/r, l/n, c/k/q, ng/n, t/c. */
final class Sounds {
    private record Alike(String written, String as) {}

    private static final List<Alike> INITIALS = List.of(
            new Alike("ngh", "ng"),
            new Alike("tr", "ch"),
            new Alike("gh", "g"),
            new Alike("gi", "d"),
            new Alike("qu", "ku"),
            new Alike("k", "k"),
            new Alike("c", "k"),
            new Alike("x", "s"),
            new Alike("r", "d"),
            new Alike("n", "l"));

    private Sounds() {}

    /** Words of one sound have one code. */
    static String of(String key) {
        var code = key;
        for (var alike : INITIALS) {
            boolean isDigraph = alike.written().length() == 1 && key.length() > 1 && "hg".indexOf(key.charAt(1)) >= 0;
            if (key.startsWith(alike.written()) && !isDigraph) {
                code = alike.as() + key.substring(alike.written().length());
                break;
            }
        }
        if (code.endsWith("ng")) {
            return code.substring(0, code.length() - 1);
        }
        return code.endsWith("c") && code.length() > 2 ? code.substring(0, code.length() - 1) + "t" : code;
    }
}
