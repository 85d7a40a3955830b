package vn.motcua.satisfaction;

/** What is taken out of a comment before anybody reads it, and the word that stands there instead. */
enum Personal {
    EMAIL("[thư điện tử]"),
    URL("[liên kết]"),
    DOSSIER("[mã hồ sơ]"),
    PLATE("[biển số]"),
    ACCOUNT("[số tài khoản]"),
    TAX("[mã số thuế]"),
    ID("[số giấy tờ]"),
    PHONE("[số điện thoại]"),
    ADDRESS("[địa chỉ]"),
    NAME("[tên]");

    private final String instead;

    Personal(String instead) {
        this.instead = instead;
    }

    String instead() {
        return instead;
    }

    /** A place in a text, from the first letter up to the one after the last. */
    record Found(Personal kind, int start, int end) {
        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }
}
