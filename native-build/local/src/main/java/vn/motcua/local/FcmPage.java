package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The phones as a page for people: who received what, newest first. */
final class FcmPage {
    private static final int SHOWN_PER_PHONE = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private FcmPage() {}

    static String of(Map<String, List<FcmServer.Received>> phones) {
        var body = phones.isEmpty()
                ? "<p>Chưa có tin nào. <i>Nothing has arrived yet.</i></p>"
                : phones.entrySet().stream().map(FcmPage::phone).collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta http-equiv="refresh" content="5"><title>Một Cửa: điện thoại</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
                section { margin: 1.5rem 0; }
                .screen { border: .4rem solid #222; border-radius: 1.5rem; padding: 1rem; max-width: 22rem; }
                .card { background: #eef3fa; border-radius: .8rem; padding: .5rem .8rem; margin: .4rem 0; }
                article { border-top: 1px solid #ddd; padding: .5rem 0; } time { color: #555; }
                pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .5rem; }
                h2 { font-size: 1rem; overflow-wrap: anywhere; }
                </style></head><body>
                <h1>Điện thoại <small>(phones)</small></h1>
                %s
                </body></html>
                """.formatted(body);
    }

    /** The screen shows what the phone shows: of messages that collapse, the latest. What arrived stands below it. */
    private static String phone(Map.Entry<String, List<FcmServer.Received>> phone) {
        var messages = phone.getValue();
        var shown = new LinkedHashMap<String, FcmServer.Received>();
        messages.forEach(one -> shown.putIfAbsent(collapseKey(one), one));
        var screen = shown.values().stream()
                .limit(SHOWN_PER_PHONE)
                .map(FcmPage::card)
                .collect(Collectors.joining());
        var arrived =
                messages.stream().limit(SHOWN_PER_PHONE).map(FcmPage::message).collect(Collectors.joining());
        return "<section><h2>📱 " + escape(phone.getKey()) + "</h2><div class=\"screen\">" + screen + "</div>"
                + "<details><summary>Đã nhận " + messages.size() + " <i>(arrived)</i></summary>" + arrived
                + "</details></section>\n";
    }

    private static String collapseKey(FcmServer.Received received) {
        var key = received.message().getJsonObject("android", new JsonObject()).getString("collapse_key");
        return key == null ? received.id() : key;
    }

    private static String card(FcmServer.Received received) {
        var notification = received.message().getJsonObject("notification", new JsonObject());
        return "<div class=\"card\"><b>" + escape(notification.getString("title", "(không có tiêu đề)"))
                + "</b> <time>" + TIME.format(received.at()) + "</time><br>"
                + escape(notification.getString("body", "")) + "</div>";
    }

    private static String message(FcmServer.Received received) {
        var notification = received.message().getJsonObject("notification", new JsonObject());
        return "<article><time>" + TIME.format(received.at()) + "</time> <b>"
                + escape(notification.getString("title", "(không có tiêu đề)")) + "</b><br>"
                + escape(notification.getString("body", "")) + "<details><summary>JSON</summary><pre>"
                + escape(received.message().encodePrettily()) + "</pre></details></article>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
