package vn.motcua.quality;

import vn.motcua.openapi.Text;

/** The groups of the index of QĐ 766/QĐ-TTg; the decision joins CLGQ and TTTT to one of 22 points. */
public enum QualityGroup {
    CKMB("Công khai, minh bạch", "Publicity"),
    TDGQ("Tiến độ, kết quả giải quyết", "Progress and results"),
    CLGQ("Cung cấp dịch vụ trực tuyến", "Online services"),
    TTTT("Thanh toán trực tuyến", "Online payment"),
    MDSH("Số hóa hồ sơ", "Digitisation"),
    MDHL("Mức độ hài lòng", "Satisfaction");

    private final Text label;

    QualityGroup(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
