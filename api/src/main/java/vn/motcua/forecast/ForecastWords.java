package vn.motcua.forecast;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** A forecast in a sentence. */
final class ForecastWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private ForecastWords() {}

    static String sentence(LocalDate p50, LocalDate p90, boolean waiting, Language language) {
        var first = DATE.format(p50);
        var second = DATE.format(p90);
        if (waiting) {
            return new Text(
                            "Nếu hôm nay bạn làm xong việc được yêu cầu: một nửa số hồ sơ tương tự xong chậm nhất ngày "
                                    + first + ", chín phần mười xong chậm nhất ngày " + second + ".",
                            "If you do what was asked today: half of the dossiers like yours end by " + first
                                    + ", nine in ten by " + second + ".")
                    .in(language);
        }
        return new Text(
                        "Một nửa số hồ sơ tương tự xong chậm nhất ngày " + first
                                + ", chín phần mười xong chậm nhất ngày " + second + ".",
                        "Half of the dossiers like yours end by " + first + ", nine in ten by " + second + ".")
                .in(language);
    }
}
