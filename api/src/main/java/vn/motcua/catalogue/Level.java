package vn.motcua.catalogue;

import vn.motcua.openapi.Text;

/** Level of execution. District level ended on 01/07/2025 and remains for old dossiers. */
public enum Level {
    MINISTRY("Cấp Bộ", "Ministry"),
    PROVINCE("Cấp Tỉnh", "Province"),
    DISTRICT_LEGACY("Cấp Huyện (trước 01/07/2025)", "District (before 01/07/2025)"),
    COMMUNE("Cấp Xã", "Commune"),
    OTHER("Cơ quan khác", "Other agency");

    private final Text label;

    Level(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
