package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Text;

/** Why somebody looked at a dossier. */
enum AccessPurpose {
    HANDLING("Giải quyết hồ sơ", "Handling the dossier"),
    SUPPORT("Hướng dẫn, hỗ trợ người nộp", "Helping the applicant"),
    COMPLAINT("Xử lý phản ánh, khiếu nại", "A complaint"),
    INSPECTION("Thanh tra, kiểm tra", "Inspection"),
    RECEIPT("In giấy tiếp nhận", "Printing the receipt"),
    LOOK_UP("Tra cứu bằng mã hồ sơ và thông tin xác minh", "Looked up with code and proof");

    /** What an officer may give as purpose. */
    static final List<AccessPurpose> OF_OFFICERS = List.of(HANDLING, SUPPORT, COMPLAINT, INSPECTION);

    private final Text label;

    AccessPurpose(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }

    static Optional<AccessPurpose> ofOfficer(String text) {
        return OF_OFFICERS.stream()
                .filter(purpose -> purpose.name().equals(text))
                .findFirst();
    }

    static String names() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(OF_OFFICERS::contains)
                        .map(Enum::name)
                        .toList());
    }
}
