package vn.motcua.agency;

import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;

/**
 * What a client asks of one of the two lists.
 *
 * @param parent code of the level above, {@link AgencyLists#TOP} for the first level
 * @param after code of the last item of the page before, empty for the first page
 */
record ListQuery(String parent, int limit, String after) {
    private static final Pattern STATISTICAL_CODE = Pattern.compile("[0-9]{1,10}");
    private static final int MAX_CURSOR = 200;

    static ListQuery ofAgencies(String parent, int limit, String cursor) {
        var code = isTop(parent)
                ? AgencyLists.TOP
                : AgencyCode.parse(parent)
                        .map(AgencyCode::value)
                        .orElseThrow(() -> ProblemException.invalid(
                                "parent",
                                "Không phải mã cơ quan. Ví dụ đúng: H44 hoặc H44.07, tối đa 35 ký tự.",
                                "Not an agency code. Examples: H44 or H44.07, at most 35 characters."));
        return new ListQuery(code, Page.limit(limit), after(cursor));
    }

    static ListQuery ofUnits(String parent, int limit, String cursor) {
        if (!isTop(parent) && !STATISTICAL_CODE.matcher(parent).matches()) {
            throw ProblemException.invalid(
                    "parent",
                    "Không phải mã đơn vị hành chính: chỉ gồm 1 đến 10 chữ số, ví dụ 25.",
                    "Not the code of an administrative unit: 1 to 10 digits, for example 25.");
        }
        return new ListQuery(isTop(parent) ? AgencyLists.TOP : parent, Page.limit(limit), after(cursor));
    }

    /** An empty parameter is what a form sends when nothing was chosen. */
    private static boolean isTop(String parent) {
        return parent == null || parent.isEmpty();
    }

    private static String after(String cursor) {
        if (cursor != null && cursor.length() > MAX_CURSOR) {
            throw ProblemException.invalid(
                    "cursor",
                    "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của trang trước.",
                    "Not a cursor of this list. Use the nextCursor of the page before, unchanged.");
        }
        return Cursor.decode(cursor, "cursor", 1).map(place -> place.key(0)).orElse("");
    }
}
