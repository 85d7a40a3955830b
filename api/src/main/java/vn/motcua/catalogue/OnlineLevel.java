package vn.motcua.catalogue;

import vn.motcua.openapi.Text;

/** How far a procedure can be done online (NĐ 224/2026/NĐ-CP art. 14). */
public enum OnlineLevel {
    FULL("Toàn trình", "Full process"),
    PARTIAL("Một phần", "Partial"),
    INFORMATION("Cung cấp thông tin trực tuyến", "Information only");

    private final Text label;

    OnlineLevel(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
