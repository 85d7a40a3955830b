package vn.motcua.notification;

import vn.motcua.openapi.Text;

/** The words on a locked screen: the same for everybody. They name no agency, procedure, dossier or result. */
record PushText(Text title, Text body) {
    private static final Text TITLE = new Text("Một Cửa", "Một Cửa");

    static PushText of(Notice.Kind kind) {
        return switch (kind) {
            case DOSSIER_STATUS, DUE_SOON, OVERDUE, DUE_DATE_MOVED ->
                new PushText(TITLE, new Text("Hồ sơ của bạn có cập nhật mới", "Your dossier has an update"));
            case RATING_INVITATION ->
                new PushText(TITLE, new Text("Bạn có thể đánh giá dịch vụ", "You can rate the service"));
        };
    }
}
