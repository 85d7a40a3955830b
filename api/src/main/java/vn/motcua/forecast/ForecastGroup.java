package vn.motcua.forecast;

import vn.motcua.openapi.Text;

/** Whose past a forecast rests on, from the widest to the narrowest. */
public enum ForecastGroup {
    ALL("mọi hồ sơ có thời hạn tương tự", "all dossiers with a like time limit"),
    LEVEL("hồ sơ cùng cấp cơ quan, thời hạn tương tự", "dossiers at this level with a like time limit"),
    FIELD("hồ sơ cùng lĩnh vực, thời hạn tương tự", "dossiers of this field with a like time limit"),
    FIELD_AGENCY("hồ sơ cùng lĩnh vực tại cơ quan này", "dossiers of this field at this agency"),
    PROCEDURE("hồ sơ cùng thủ tục ở mọi cơ quan", "dossiers of this procedure at all agencies"),
    PROCEDURE_AGENCY("hồ sơ cùng thủ tục tại cơ quan này", "dossiers of this procedure at this agency");

    private final Text label;

    ForecastGroup(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
