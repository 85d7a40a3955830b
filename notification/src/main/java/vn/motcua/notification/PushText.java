package vn.motcua.notification;

import vn.motcua.openapi.Text;

/**
 * The words on a locked screen. The neutral ones are the same for everybody: they name no agency, procedure, dossier or
 * result. The full ones are the template's, for those who chose them.
 */
record PushText(Text title, Text body) {
    private static final Text TITLE = new Text("Một Cửa", "Một Cửa");

    static PushText full(Text body) {
        return new PushText(TITLE, body);
    }

    static PushText of(Notice.Kind kind) {
        return switch (kind) {
            case DOSSIER_STATUS, DUE_SOON, OVERDUE, DUE_DATE_MOVED ->
                new PushText(TITLE, new Text("Hồ sơ của bạn có cập nhật mới", "Your dossier has an update"));
            case FEEDBACK_STATUS ->
                new PushText(TITLE, new Text("Phản ánh của bạn có cập nhật mới", "Your feedback has an update"));
            case RATING_INVITATION ->
                new PushText(TITLE, new Text("Bạn có thể đánh giá dịch vụ", "You can rate the service"));
            case ANNOUNCEMENT -> new PushText(TITLE, new Text("Có thông báo mới", "There is a new announcement"));
            case PROCEDURE_CHANGED ->
                new PushText(
                        TITLE, new Text("Thủ tục bạn theo dõi có thay đổi", "A procedure that you follow has changed"));
        };
    }
}
