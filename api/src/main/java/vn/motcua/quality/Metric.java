package vn.motcua.quality;

import static vn.motcua.quality.QualityGroup.CKMB;
import static vn.motcua.quality.QualityGroup.CLGQ;
import static vn.motcua.quality.QualityGroup.MDHL;
import static vn.motcua.quality.QualityGroup.MDSH;
import static vn.motcua.quality.QualityGroup.TDGQ;
import static vn.motcua.quality.QualityGroup.TTTT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import vn.motcua.openapi.Text;

/**
 * The metrics of the index and how each is scored: {@code min(max, max × n/d / threshold)}, rounded half up to two decimals. A
 * group is the sum of its rounded metrics and the whole that of its groups; rounding later misses published digits. Codes are
 * those of the national portal where it has one.
 */
public enum Metric {
    PUBLISH_ON_TIME(CKMB, "1.1", 6, "Công bố thủ tục đúng hạn", "Procedures published on time"),
    PUBLIC_UPDATE_ON_TIME(CKMB, "1.2", 4, "Công khai thủ tục đúng hạn", "Procedures made public on time"),
    PUBLIC_CONTENT_FULL(CKMB, "1.3", 2, "Công khai đủ các bộ phận của thủ tục", "Procedures with all mandatory parts"),
    DOSSIER_SYNC(CKMB, "1.4", 6, "Hồ sơ đồng bộ lên Cổng DVCQG", "Dossiers synchronised to the national portal"),
    DOSSIER_ON_TIME(TDGQ, "2.1", 20, "Hồ sơ giải quyết đúng hạn", "Dossiers handled on time"),
    DOSSIER_MEAN_DAYS(TDGQ, "2.2", 0, "Thời gian giải quyết trung bình (ngày)", "Mean days from reception to result"),
    ONLINE_SUPPLY(CLGQ, "3.1", 2, 0.8, "Thủ tục cung cấp trực tuyến", "Procedures offered online"),
    ONLINE_SERVICES_USED(CLGQ, "3.2", 4, "Dịch vụ trực tuyến có phát sinh hồ sơ", "Online services that were used"),
    ONLINE_FILING(CLGQ, "3.3", 6, 0.5, "Hồ sơ nộp trực tuyến", "Dossiers filed online"),
    ONLINE_PAYMENT(TTTT, "3.6", 6, "Hồ sơ thanh toán trực tuyến", "Dossiers paid online"),
    PAYMENT_PROCEDURES_USED(
            TTTT, "3.5b", 2, 0.8, "Thủ tục có giao dịch thanh toán trực tuyến", "Fee procedures that were paid online"),
    PAYMENT_PROCEDURES_OFFERED(
            TTTT, "3.5", 2, 0.8, "Thủ tục có phí cung cấp trên Cổng DVCQG", "Fee procedures offered on the portal"),
    ORIGINAL_RESULT_AVAILABLE(MDSH, "4.1", 6, "Hồ sơ có kết quả điện tử", "Dossiers with an electronic result"),
    SO_HOA_GIAY_TO_GIAI_QUYET(MDSH, "4.2", 4, "Hồ sơ được số hóa giấy tờ", "Dossiers with digitised papers"),
    ELECTRONIC_CERTIFIED_COPY(MDSH, "4.3", 2, "Chứng thực bản sao điện tử", "Electronic certified copies"),
    REUSED_DIGITIZED_DATA(MDSH, "4.3b", 2, 0.8, "Hồ sơ dùng lại dữ liệu số hóa", "Dossiers that reuse digitised data"),
    SYNCED_WITH_DVCQG_PERSONAL_STORAGE(
            MDSH, "4.4", 4, "Hồ sơ kết nối kho dữ liệu cá nhân", "Dossiers in personal stores"),
    CITIZEN_DATA_CONNECTED_DOSSIER(MDSH, "4.5b", 2, "Hồ sơ dùng dữ liệu dân cư", "Dossiers that use population data"),
    CITIZEN_DATA_CONNECTED_FORMALITY(
            MDSH, "4.5a", 2, "Thủ tục kết nối dữ liệu dân cư", "Procedures connected to population data"),
    PETITION_CLASSIFICATION_TTHC(MDHL, "5.1a", 0, "PAKN về quy định, thủ tục", "Feedback about rules"),
    PETITION_CLASSIFICATION_STAFF(MDHL, "5.1b", 0, "PAKN về cán bộ, công chức", "Feedback about officials"),
    PETITION_PROCESSING_ON_TIME(MDHL, "5.2", 6, "PAKN xử lý đúng hạn", "Feedback handled on time"),
    PETITION_HANDLING_SATISFACTION(MDHL, "5.3", 6, "Hài lòng trong xử lý PAKN", "Satisfied with handled feedback"),
    DOSSIER_RECEIVING_SATISFACTION(
            MDHL, "5.4", 6, 0.9, "Hài lòng trong tiếp nhận, giải quyết", "Satisfied with handled dossiers");

    /** Which set of formulas this is; a changed formula is a new version, and every answer names the one it used. */
    public static final String FORMULA = "766/2026.1";

    static final int DECIMALS = 2;

    private final QualityGroup group;
    private final String number;
    private final int max;
    private final double threshold;
    private final Text label;

    Metric(QualityGroup group, String number, int max, String vi, String en) {
        this(group, number, max, 1, vi, en);
    }

    Metric(QualityGroup group, String number, int max, double threshold, String vi, String en) {
        this.group = group;
        this.number = number;
        this.max = max;
        this.threshold = threshold;
        this.label = new Text(vi, en);
    }

    static Optional<Metric> parse(String code) {
        for (var metric : values()) {
            if (metric.name().equals(code)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    QualityGroup group() {
        return group;
    }

    String number() {
        return number;
    }

    /** 0 for what is shown only. */
    int max() {
        return max;
    }

    Text label() {
        return label;
    }

    /** Where there was no feedback nothing was handled badly; where there was anything else missing, nothing was done. */
    boolean fullWhenNone() {
        return this == PETITION_PROCESSING_ON_TIME || this == PETITION_HANDLING_SATISFACTION;
    }

    /** Counts procedures as they stand: neither months nor units add up. */
    boolean isStock() {
        return switch (this) {
            case PUBLIC_CONTENT_FULL,
                    ONLINE_SUPPLY,
                    ONLINE_SERVICES_USED,
                    PAYMENT_PROCEDURES_USED,
                    PAYMENT_PROCEDURES_OFFERED,
                    ELECTRONIC_CERTIFIED_COPY,
                    CITIZEN_DATA_CONNECTED_FORMALITY -> true;
            default -> false;
        };
    }

    /** Whether a list of dossiers can be shown behind it. */
    boolean hasDossiers() {
        return this == DOSSIER_ON_TIME
                || this == DOSSIER_MEAN_DAYS
                || this == ONLINE_FILING
                || this == DOSSIER_RECEIVING_SATISFACTION;
    }

    /** As it is computed, for people. */
    String formula() {
        if (max == 0) {
            return this == DOSSIER_MEAN_DAYS ? "n / d" : "100 × n / d";
        }
        var capped = threshold == 1 ? max + " × n / d" : "min(%d, %d × n / d / %s)".formatted(max, max, threshold);
        return fullWhenNone() ? capped + "; d = 0: " + max : capped + "; d = 0: 0";
    }

    /**
     * Points of {@code numerator} in {@code denominator}.
     *
     * @param denominator 0 where there was nothing to count
     */
    public BigDecimal score(long numerator, long denominator) {
        if (max == 0 || (denominator == 0 && !fullWhenNone())) {
            return BigDecimal.ZERO.setScale(DECIMALS);
        }
        if (denominator == 0) {
            return BigDecimal.valueOf(max).setScale(DECIMALS);
        }
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(max))
                .divide(
                        BigDecimal.valueOf(denominator).multiply(BigDecimal.valueOf(threshold)),
                        DECIMALS,
                        RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(max).setScale(DECIMALS));
    }

    /** {@code 100 × n/d}, two decimals, half up; null where there is nothing to count. */
    static BigDecimal percent(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
    }
}
