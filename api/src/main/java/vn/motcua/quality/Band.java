package vn.motcua.quality;

import java.math.BigDecimal;
import vn.motcua.openapi.Text;

/** The five bands of the whole index. */
public enum Band {
    EXCELLENT("Xuất sắc", "Excellent"),
    GOOD("Tốt", "Good"),
    FAIR("Khá", "Fair"),
    AVERAGE("Trung bình", "Average"),
    POOR("Yếu", "Poor");

    private final Text label;

    Band(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }

    /** From which score on each band is given: 90, 80 and under 50 are published, 70 is recalled. */
    public record Bounds(int excellent, int good, int fair, int average) {
        public static final Bounds USUAL = new Bounds(90, 80, 70, 50);

        public Bounds {
            if (!(excellent > good && good > fair && fair > average && average > 0)) {
                throw new IllegalArgumentException("bands of the index must fall from excellent to average");
            }
        }

        public Band of(BigDecimal total) {
            if (reaches(total, excellent)) {
                return EXCELLENT;
            }
            if (reaches(total, good)) {
                return GOOD;
            }
            if (reaches(total, fair)) {
                return FAIR;
            }
            return reaches(total, average) ? AVERAGE : POOR;
        }

        private static boolean reaches(BigDecimal total, int bound) {
            return total.compareTo(BigDecimal.valueOf(bound)) >= 0;
        }
    }
}
