package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.motcua.local.TokenMint;

/** How long it takes until the open deadlines among all dossiers are counted anew after a day was made a holiday. */
final class ScaleRecount {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT = TimeUnit.MINUTES.toNanos(20);

    private final Server server;
    private final String authorization;

    ScaleRecount(Server server, TokenMint mint) {
        this.server = server;
        this.authorization = "Authorization: Bearer " + mint.token("bench-admin", "admin", Map.of()) + "\r\n";
    }

    String run() throws IOException, InterruptedException {
        int year = LocalDate.now().getYear();
        try (var http = new HttpConnection(server.port())) {
            var draft = (ObjectNode) JSON.readTree(http.get("/v1/admin/calendar/" + year, authorization));
            var path = "/v1/admin/calendar/" + year;
            var headers = authorization + "If-Match: " + http.etag() + "\r\n";
            var wish = withHoliday(draft);
            double dryRun = put(http, path + "?dryRun=true", wish, headers);
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            double published = put(http, path, wish, headers);
            JsonNode progress = progress(http);
            while (progress.path("behind").asLong() > 0 && System.nanoTime() - start < LIMIT) {
                Thread.sleep(500);
                progress = progress(http);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long open = progress.path("open").asLong();
            return ("Recount: of %,d open deadlines %,d were behind at the end; a dry run took %.1f s, publishing %.1f s, and all were"
                            + " counted again %.1f s after (%,.0f a second, %.1f CPU s of the service).")
                    .formatted(
                            open,
                            progress.path("behind").asLong(),
                            dryRun,
                            published,
                            seconds,
                            open / seconds,
                            server.cpuSeconds() - cpu);
        }
    }

    private JsonNode progress(HttpConnection http) throws IOException {
        return JSON.readTree(http.get("/v1/admin/deadlines", authorization));
    }

    private static double put(HttpConnection http, String path, String wish, String headers) throws IOException {
        long start = System.nanoTime();
        var answer = new String(http.put(path, wish, headers), java.nio.charset.StandardCharsets.UTF_8);
        if (http.status() != 200) {
            throw new IOException(path + " answered " + http.status() + " " + answer);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The year with one day off more: the next weekday but six. */
    private static String withHoliday(ObjectNode draft) {
        var day = LocalDate.now().plusDays(8);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        var wish = JSON.createObjectNode().put("reason", "A measurement");
        if (draft.hasNonNull("openPoints")) {
            wish.set("openPoints", draft.get("openPoints"));
        }
        var days = wish.putArray("days");
        draft.get("days").forEach(days::add);
        days.addObject()
                .put("date", day.toString())
                .put("kind", "HOLIDAY")
                .put("nameVi", "Ngày đo")
                .put("nameEn", "Day of measuring")
                .put("source", "bench")
                .put("confirmed", true);
        return wish.toString();
    }
}
