package vn.motcua.search;

import java.util.regex.Pattern;

/** The shape of a Vietnamese syllable without marks: an initial consonant, a rhyme of vowels, a final consonant. */
final class Syllable {
    private static final Pattern SHAPE = Pattern.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
            + "(?:(?:uye|uya|uyu|ieu|yeu|uoi|uou|oai|oay|oeo|uay|uao"
            + "|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)"
            + "(?:ch|ng|nh|c|m|n|p|t)?)");

    private Syllable() {}

    /** Whether a folded word can be a Vietnamese syllable. */
    static boolean is(String folded) {
        return folded.length() <= 7 && SHAPE.matcher(folded).matches();
    }
}
