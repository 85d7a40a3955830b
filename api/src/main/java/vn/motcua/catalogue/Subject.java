package vn.motcua.catalogue;

import vn.motcua.openapi.Text;

/** Who may apply. */
public enum Subject {
    CITIZEN("Công dân Việt Nam", "Vietnamese citizen"),
    OVERSEAS_VIETNAMESE("Người Việt Nam định cư ở nước ngoài", "Vietnamese living abroad"),
    FOREIGNER("Người nước ngoài", "Foreigner"),
    OFFICIAL("Cán bộ, công chức, viên chức", "Official or public employee"),
    ENTERPRISE("Doanh nghiệp", "Enterprise"),
    FOREIGN_INVESTED_ENTERPRISE("Doanh nghiệp có vốn đầu tư nước ngoài", "Foreign-invested enterprise"),
    ORGANISATION("Tổ chức (không bao gồm doanh nghiệp, HTX)", "Organisation (not an enterprise or cooperative)"),
    FOREIGN_ORGANISATION("Tổ chức nước ngoài", "Foreign organisation"),
    COOPERATIVE("Hợp tác xã", "Cooperative");

    private final Text label;

    Subject(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
