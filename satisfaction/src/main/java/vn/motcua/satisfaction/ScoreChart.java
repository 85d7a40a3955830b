package vn.motcua.satisfaction;

import java.util.List;
import vn.motcua.openapi.Language;

/**
 * Scores over time as a picture for reports (SVG): a dot with its interval for each month, never a dot without one. Months that
 * are hidden are shown as hidden; where the questionnaire changed, a line says so and nothing is drawn across it. It needs no
 * script, no font and nothing from elsewhere, follows light and dark, and tells everything in words, too.
 */
final class ScoreChart {
    static final String MEDIA_TYPE = "image/svg+xml";

    private static final double WIDTH = 960;
    private static final double LEFT = 56;
    private static final double RIGHT = 24;
    private static final double TOP = 116;
    private static final double PLOT = 280;
    private static final double LINE = 18;
    private static final double CAP = 5;
    private static final double DOT = 4.5;
    /** With more months there is no room for a number at each. */
    private static final int FEW_MONTHS = 13;

    private static final int TITLE_CHARACTERS = 86;

    /** Every colour of text has a contrast of at least 4.5 to its ground, in both modes. */
    private static final String STYLE = """
            <style>
            .ground{fill:#fff}
            text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:#1b2733;font-size:13px}
            .title{font-size:19px;font-weight:600}
            .small{font-size:11.5px;fill:#46535f}
            .middle{text-anchor:middle}
            .end{text-anchor:end}
            .mark{font-weight:600}
            .grid{stroke:#d5dce3;stroke-width:1}
            .axis{stroke:#46535f;stroke-width:1}
            .interval{stroke:#0b5cad;stroke-width:2}
            .trend{stroke:#0b5cad;stroke-width:1.5;stroke-opacity:.55}
            .dot{fill:#0b5cad}
            .break{stroke:#a3480a;stroke-width:1.5;stroke-dasharray:5 4}
            .change{fill:#a3480a}
            .hidden{fill:url(#hatch);stroke:#b4bec8;stroke-width:.5}
            .hatch{stroke:#b4bec8;stroke-width:1.5}
            @media (prefers-color-scheme:dark){
            .ground{fill:#10161d}
            text{fill:#e8eef4}
            .small{fill:#b3bfca}
            .grid{stroke:#2c3845}
            .axis{stroke:#b3bfca}
            .interval,.trend{stroke:#6cb2ff}
            .dot{fill:#6cb2ff}
            .break{stroke:#ffab66}
            .change{fill:#ffab66}
            .hidden{stroke:#4a5866}
            .hatch{stroke:#4a5866}
            }
            </style>
            <defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <line class="hatch" x1="0" y1="0" x2="0" y2="8"/></pattern></defs>""";

    private final Svg svg = new Svg();
    private final ChartWords words;
    private final Scores scores;
    private final Factor factor;
    private final List<ChartMonth> months;
    private final String tag;

    private ScoreChart(Scores scores, Factor factor, Language language) {
        this.scores = scores;
        this.factor = factor;
        this.words = new ChartWords(language);
        this.months = ChartMonth.of(scores, factor);
        this.tag = language.tag();
    }

    /** @param scores grouped by month */
    static String svg(Scores scores, Factor factor, Language language) {
        return new ScoreChart(scores, factor, language).drawn();
    }

    private String drawn() {
        var reasons = words.reasons(months);
        var footer = words.footer(scores);
        double height = TOP + PLOT + 58 + LINE * (reasons.size() + footer.size());
        svg.raw(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$.0f %2$.0f\" width=\"%1$.0f\" height=\"%2$.0f\""
                                + " role=\"img\" aria-labelledby=\"title desc\" lang=\"%3$s\" xml:lang=\"%3$s\">")
                        .formatted(WIDTH, height, tag));
        svg.raw("<title id=\"title\">" + Svg.escaped(words.title(scores)) + "</title>");
        svg.raw("<desc id=\"desc\">" + Svg.escaped(words.description(months, scores, factor)) + "</desc>");
        svg.raw(STYLE).box("ground", 0, 0, WIDTH, height);
        svg.raw("<g aria-hidden=\"true\">");
        svg.words("title", LEFT, 34, shortened(words.title(scores)));
        svg.words("small", LEFT, 58, words.subtitle(scores, factor));
        drawGrid();
        for (int i = 0; i < months.size(); i++) {
            drawMonth(i);
        }
        drawBelow(reasons, footer, TOP + PLOT + 58);
        return svg.raw("</g>").raw("</svg>").toString();
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= TITLE_CHARACTERS
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE_CHARACTERS - 1)) + "…";
    }

    private void drawGrid() {
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent);
            svg.line(percent == 0 ? "axis" : "grid", LEFT, y, WIDTH - RIGHT, y);
            svg.words("small end", LEFT - 8, y + 4, percent + " %");
        }
    }

    private void drawMonth(int place) {
        var month = months.get(place);
        double x = x(place);
        if (month.isHidden()) {
            svg.box("hidden", x - step() / 2 + 1, TOP, step() - 2, PLOT);
            if (step() > 44) {
                svg.words("small middle", x, TOP + PLOT / 2, words.hidden());
            }
        } else {
            drawTrend(place);
            drawScore(month.score(), x);
        }
        month.change().ifPresent(change -> drawChange(change, x - step() / 2));
        if (place % every() == 0) {
            svg.words("small middle", x, TOP + PLOT + 18, words.month(month.month()));
        }
    }

    private void drawScore(FactorScore score, double x) {
        double low = y(score.interval().low().doubleValue());
        double high = y(score.interval().high().doubleValue());
        double y = y(score.index().doubleValue());
        svg.line("interval", x, low, x, high);
        svg.line("interval", x - CAP, low, x + CAP, low);
        svg.line("interval", x - CAP, high, x + CAP, high);
        svg.dot("dot", x, y, DOT);
        if (months.size() <= FEW_MONTHS) {
            svg.words("mark middle", x, high - 8, words.percent(score.index()));
            svg.words("small middle", x, TOP + PLOT + 34, "n=" + score.n());
        }
    }

    /** Only from one month to the next, and never across a change of the questionnaire. */
    private void drawTrend(int place) {
        var before = place == 0 ? null : months.get(place - 1);
        if (before != null && !before.isHidden() && months.get(place).seriesBreak() == null) {
            svg.line(
                    "trend",
                    x(place - 1),
                    y(before.score().index().doubleValue()),
                    x(place),
                    y(months.get(place).score().index().doubleValue()));
        }
    }

    /** The words stand where there is room for them. */
    private void drawChange(SeriesBreak change, double x) {
        svg.line("break", x, TOP - 36, x, TOP + PLOT);
        boolean right = x < WIDTH / 2;
        svg.words(right ? "small change" : "small change end", right ? x + 5 : x - 5, TOP - 28, words.change(change));
    }

    private void drawBelow(List<String> reasons, List<String> footer, double top) {
        double y = top;
        for (var reason : reasons) {
            svg.box("hidden", LEFT, y - 11, 16, 13);
            svg.words("small", LEFT + 24, y, reason);
            y += LINE;
        }
        for (var line : footer) {
            svg.words("small", LEFT, y, line);
            y += LINE;
        }
    }

    private double step() {
        return (WIDTH - LEFT - RIGHT) / months.size();
    }

    private double x(int place) {
        return LEFT + step() * (place + 0.5);
    }

    private static double y(double percent) {
        return TOP + PLOT * (1 - percent / 100);
    }

    /** Names of months stand apart from each other. */
    private int every() {
        return Math.max(1, (int) Math.ceil(58 / step()));
    }
}
