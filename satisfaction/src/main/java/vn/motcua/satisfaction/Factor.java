package vn.motcua.satisfaction;

import vn.motcua.openapi.Text;

/** The five SIPAS factors and the overall question. */
public enum Factor {
    ACCESS("Tiếp cận dịch vụ", "Access to the service"),
    PROCEDURE("Thủ tục hành chính", "Procedure"),
    OFFICIALS("Công chức giải quyết công việc", "Officials"),
    RESULT("Kết quả dịch vụ", "Result"),
    FEEDBACK("Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị", "Handling of feedback"),
    OVERALL("Hài lòng chung", "Overall");

    private final Text label;

    Factor(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
