package vn.motcua.dossier;

import vn.motcua.openapi.Text;

/** In what role somebody looked at a dossier. */
enum AccessRole {
    OFFICER("Cán bộ, công chức", "Officer"),
    ONE_STOP_SYSTEM("Hệ thống một cửa", "One-stop system"),
    ADMINISTRATOR("Quản trị viên", "Administrator"),
    PROOF_HOLDER("Người có mã hồ sơ và thông tin xác minh", "Somebody with code and proof");

    private final Text label;

    AccessRole(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
