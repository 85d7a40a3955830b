package vn.motcua.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** What the picture says in words: on it, and instead of it for who cannot see it. */
final class ChartWords {
    private static final int RECIPE_LINE = 118;
    private static final Text TITLE = new Text("Mức độ hài lòng (kiểu SIPAS): ", "Satisfaction (SIPAS-style): ");
    private static final Text SUBTITLE = new Text(
            "%s, %s đến %s. Tỷ lệ trả lời ở mức 4 và 5 (%%), vạch dọc là khoảng tin cậy 95 %% (Wilson).",
            "%s, %s to %s. Share of answers at levels 4 and 5 (%%); bars are the 95 %% interval (Wilson).");
    private static final Text HIDDEN = new Text("ẩn", "hidden");
    private static final Text FEW =
            new Text("Ẩn: chưa có đủ 10 lượt đánh giá được công bố.", "Hidden: fewer than ten ratings are published.");
    private static final Text UNLIKE = new Text(
            "Ẩn: phiếu hỏi trước đó không so sánh được với phiếu hiện nay.",
            "Hidden: an earlier questionnaire that is not compared with the present one.");
    private static final Text BREAK = new Text("Phiếu %s/%d", "Form %s/%d");
    private static final Text POOLED = new Text("tính gộp", "pooled");
    private static final Text NOT_POOLED = new Text("không tính gộp", "not pooled");
    private static final Text SAID =
            new Text("%s: %s %% (%s đến %s), %d câu trả lời", "%s: %s %% (%s to %s), %d answers");
    private static final Text NOT_SIPAS = new Text(
            "Do người dân, doanh nghiệp đánh giá trên ứng dụng; không phải Chỉ số SIPAS của Bộ Nội vụ.",
            "Rated by people and firms in the app; not the SIPAS index of the Ministry of Home Affairs.");
    private static final Text RECIPE = new Text("Cách tính: ", "Recipe: ");

    private final Language language;

    ChartWords(Language language) {
        this.language = language;
    }

    String title(Scores scores) {
        return TITLE.in(language) + scores.total().label();
    }

    String subtitle(Scores scores, Factor factor) {
        return SUBTITLE.in(language)
                .formatted(
                        factor.label().in(language),
                        month(YearMonth.parse(scores.from())),
                        month(YearMonth.parse(scores.to())));
    }

    String hidden() {
        return HIDDEN.in(language);
    }

    /** The reasons that occur, each once. */
    List<String> reasons(List<ChartMonth> months) {
        return months.stream()
                .filter(ChartMonth::isHidden)
                .map(this::reason)
                .distinct()
                .toList();
    }

    private String reason(ChartMonth month) {
        return (month.unlike() ? UNLIKE : FEW).in(language);
    }

    String change(SeriesBreak change) {
        return BREAK.in(language).formatted(change.questionnaire(), change.version()) + ", "
                + (change.pooled() ? POOLED : NOT_POOLED).in(language);
    }

    String month(YearMonth month) {
        return language == Language.VI ? "%02d/%d".formatted(month.getMonthValue(), month.getYear()) : month.toString();
    }

    String percent(BigDecimal share) {
        var rounded = share.setScale(1, RoundingMode.HALF_UP).toPlainString();
        return language == Language.VI ? rounded.replace('.', ',') : rounded;
    }

    /** The whole picture as text. */
    String description(List<ChartMonth> months, Scores scores, Factor factor) {
        return subtitle(scores, factor) + " " + months.stream().map(this::said).collect(Collectors.joining("; ")) + ".";
    }

    private String said(ChartMonth month) {
        var change = month.change().map(found -> " [" + change(found) + "]").orElse("");
        if (month.isHidden()) {
            return month(month.month()) + change + ": " + reason(month).replaceAll("\\.$", "");
        }
        var score = month.score();
        return SAID.in(language)
                .formatted(
                        month(month.month()) + change,
                        percent(score.index()),
                        percent(score.interval().low()),
                        percent(score.interval().high()),
                        score.n());
    }

    /** The lines below the picture: what it is not, and how it was made, broken where the recipe has its parts. */
    List<String> footer(Scores scores) {
        var lines = new ArrayList<String>();
        lines.add(NOT_SIPAS.in(language));
        var line = new StringBuilder(RECIPE.in(language));
        for (var part : scores.recipe().split("(?<=[;,])")) {
            if (line.length() + part.length() > RECIPE_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }
}
