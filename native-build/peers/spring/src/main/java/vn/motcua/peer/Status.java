package vn.motcua.peer;

/** The ten states of the national portal with their labels. */
enum Status {
    SUBMITTED("Mới đăng ký"),
    RECEIVED("Được tiếp nhận"),
    REFUSED("Không được tiếp nhận"),
    IN_PROGRESS("Đang xử lý"),
    SUPPLEMENT_REQUESTED("Yêu cầu bổ sung giấy tờ"),
    PAYMENT_REQUESTED("Yêu cầu thực hiện nghĩa vụ tài chính"),
    WITHDRAWAL_REQUESTED("Công dân yêu cầu rút hồ sơ"),
    STOPPED("Dừng xử lý"),
    RESULT_READY("Đã xử lý xong"),
    RETURNED("Đã trả kết quả");

    private static final Status[] ALL = values();

    final String label;

    Status(String label) {
        this.label = label;
    }

    static Status of(int number) {
        return ALL[number - 1];
    }
}
