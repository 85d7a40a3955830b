package vn.motcua.satisfaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds numbers that belong to somebody: phones, identity papers, tax codes, bank accounts; in digits, however divided, or in
 * words. Dates, money and the numbers of laws are nobody's.
 */
final class NumberFinder {
    private static final int CONTEXT_CHARACTERS = 40;
    private static final int MOST_CUTS = 8;

    /** What looks like a number of somebody and is none. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?<!\\d)\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:19|20)\\d{2}(?!\\d)"
                    + "|(?<![\\d/])\\d{1,2}/\\d{4}(?!\\d)"
                    + "|(?<!\\d)(?:19|20)\\d{2}\\s?[-–]\\s?(?:19|20)\\d{2}(?!\\d)"
                    + "|(?<![\\d.])\\d{1,3}(?:[.,]\\d{3})+\\s?(?:d|dong|vnd|trieu|nghin|ngan(?!\\s?hang)|k|ty|usd)\\b"
                    + "|(?<![\\d.])\\d+\\s?(?:dong|vnd|trieu|nghin|ngan(?!\\s?hang)|ty)\\b"
                    + "|\\d+/(?:\\d{4}/)?[a-z]{2,}(?:-[a-z]+)*"
                    + "|(?<!\\d)1[89]00[ .-]?\\d{4}(?!\\d)|(?<!\\d)1[89]00[ .-]?\\d{2,3}[ .-]?\\d{2,3}(?!\\d)"
                    + "|(?<!\\d)1\\.\\d{6}(?!\\d)"
                    + "|(?<![\\d])\\d{1,2}\\s?(?:h|g|gio)(?:\\s?\\d{1,2}(?!\\d))?(?![a-z\\d])");

    /** Digits with little between them; an o at the beginning is a zero that was typed so. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![a-z0-9])(?:\\(?\\+|\\()?[o0-9](?:[ .,\\-–_*/()\\\\]{0,2}[o0-9])+(?![a-z])");

    /** Of a number by what stands before it, the nearest first. */
    private static final Map<Personal, Pattern> CONTEXT = new LinkedHashMap<>();

    static {
        CONTEXT.put(
                Personal.ACCOUNT,
                Pattern.compile(
                        "\\b(?:stk|tk|so tk|tai khoan|so tai khoan|ngan hang|vcb|vietcombank|bidv|agribank|techcombank|mb|mbbank|acb|"
                                + "vietinbank|sacombank|vpbank|tpbank|so the|chuyen khoan|ck vao|chuyen tien vao)\\b"));
        CONTEXT.put(
                Personal.TAX,
                Pattern.compile("\\b(?:mst|ma so thue|ms thue|so thue|ma thue|msdn|ma so doanh nghiep)\\b"));
        CONTEXT.put(
                Personal.ID,
                Pattern.compile(
                        "\\b(?:cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|so giay to|ho chieu|passport|so gt|bhxh|bhyt)\\b"));
        CONTEXT.put(
                Personal.PHONE,
                Pattern.compile(
                        "\\b(?:sdt|dt|dtdd|tel|phone|mobile|dien thoai|zalo|viber|goi|so may|lien he|lien lac|alo|nhan tin|nhan cho)\\b"));
    }

    private NumberFinder() {}

    static List<Personal.Found> find(WrittenText text) {
        var folded = hidden(text.folded());
        var found = new ArrayList<Personal.Found>();
        var matcher = DIGITS.matcher(folded);
        while (matcher.find()) {
            add(folded, matcher.start(), end(folded, matcher.end()), 0, found);
        }
        SpokenNumbers.find(text, found);
        return found;
    }

    /** A closing bracket or a stop at the end does not belong to it. */
    private static int end(String folded, int end) {
        int last = end;
        while (!Character.isDigit(folded.charAt(last - 1)) && folded.charAt(last - 1) != 'o') {
            last--;
        }
        return last;
    }

    /** The harmless ones are hidden behind letters, so that what stands beside them is judged alone. */
    private static String hidden(String folded) {
        var text = new StringBuilder(folded);
        var matcher = HARMLESS.matcher(folded);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                text.setCharAt(i, '#');
            }
        }
        return text.toString();
    }

    private static void add(String folded, int start, int end, int cuts, List<Personal.Found> found) {
        var number = folded.substring(start, end);
        var kind = kind(number, context(folded, start));
        if (kind != null) {
            found.add(new Personal.Found(kind, start, end));
            return;
        }
        // Two numbers with a blank between them, as in "quầy 5 0912..."; of so many nobody can tell them apart.
        int blank = number.indexOf(' ');
        if (blank > 0 && cuts < MOST_CUTS && digits(number).length() > 8) {
            add(folded, start, end(folded, start + blank), cuts + 1, found);
            add(folded, start + blank + 1, end, cuts + 1, found);
        } else if (cuts == MOST_CUTS) {
            found.add(new Personal.Found(Personal.ACCOUNT, start, end));
        }
    }

    private static String digits(String number) {
        return number.replace('o', '0').replaceAll("\\D", "");
    }

    private static Personal context(String folded, int start) {
        var before = folded.substring(Math.max(0, start - CONTEXT_CHARACTERS), start);
        Personal nearest = null;
        int place = -1;
        for (var kind : CONTEXT.entrySet()) {
            var matcher = kind.getValue().matcher(before);
            while (matcher.find()) {
                if (matcher.end() > place) {
                    place = matcher.end();
                    nearest = kind.getKey();
                }
            }
        }
        return nearest;
    }

    /** Null when it is nobody's number. */
    private static Personal kind(String number, Personal context) {
        var digits = digits(number);
        int count = digits.length();
        boolean pieces = number.matches(".*\\d{3}.*");
        if (context == Personal.ACCOUNT && count >= 6 && count <= 19 && pieces) {
            return Personal.ACCOUNT;
        }
        if (context == Personal.TAX && (count == 10 || count == 12 || count == 13)) {
            return Personal.TAX;
        }
        if (context == Personal.ID && count >= 8 && count <= 15) {
            return Personal.ID;
        }
        if (isPhone(number, digits) || (context == Personal.PHONE && count >= 7 && count <= 13)) {
            return Personal.PHONE;
        }
        if (number.matches("\\d{10}\\s?-\\s?\\d{3}") || (count == 10 && digits.charAt(0) == '0')) {
            return Personal.TAX;
        }
        if ((count == 12 || count == 9) && pieces) {
            return Personal.ID;
        }
        return count >= 8 && count <= 19 && pieces && number.indexOf('/') < 0 && number.indexOf(',') < 0
                ? Personal.ACCOUNT
                : null;
    }

    private static boolean isPhone(String number, String digits) {
        if (number.contains("+") || digits.startsWith("84") || digits.startsWith("0084")) {
            return digits.matches("(?:00)?840?[2-9]\\d{8,9}");
        }
        return digits.matches("0[35789]\\d{8}|02\\d{8,9}");
    }
}
