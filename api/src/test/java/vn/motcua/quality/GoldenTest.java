package vn.motcua.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that the national portal published of Phú Thọ (H44) and its units, to the printed digit. */
class GoldenTest {
    @ParameterizedTest(name = "{0} {1}: {2}/{3}")
    @CsvSource({
        "2026, Province, 528684, 597918, 88.42, 17.68",
        "2026, Văn phòng UBND, 156, 161, 96.89, 19.38",
        "2026, BQL khu công nghiệp, 1689, 1840, 91.79, 18.36",
        "2026, Sở Công Thương, 1652, 2270, 72.78, 14.56",
        "2026, Sở GD&ĐT, 758, 1120, 67.68, 13.54",
        "2026, Phường Việt Trì, 7368, 8253, 89.28, 17.86",
        "2026, Sở Ngoại vụ, 3, 5, 60.00, 12.00",
        "2026-08, Province, 144625, 184513, 78.38, 15.68",
        "2026-08, Sở Công Thương, 332, 482, 68.88, 13.78",
        "2026-08, Sở Ngoại vụ, 0, 2, 0.00, 0.00",
        "2026-08, Nông Trang, 1415, 1780, 79.49, 15.90",
        "2026-08, Âu Cơ, 815, 959, 84.98, 17.00",
        "2026-08, Thanh Ba, 783, 851, 92.01, 18.40",
        "2026-08, Đồng Lương, 245, 340, 72.06, 14.41"
    })
    void dossiersOnTime(String period, String unit, long onTime, long received, String percent, String score) {
        assertEquals(new BigDecimal(percent), Metric.percent(onTime, received));
        assertEquals(new BigDecimal(score), Metric.DOSSIER_ON_TIME.score(onTime, received));
    }

    @ParameterizedTest(name = "{0}: {1}/{2}")
    @CsvSource({
        "Province, 528464, 597918, 88.38, 5.89",
        "Sở Công Thương, 1651, 2270, 72.73, 4.85",
        "Sở GD&ĐT, 755, 1120, 67.41, 4.49",
        "Phường Việt Trì, 7362, 8253, 89.20, 5.95",
        "Văn phòng UBND tỉnh, 156, 161, 96.89, 6.00",
        "Xã Hy Cương, 2775, 3443, 80.60, 5.37",
        "Xã Lâm Thao, 5679, 6200, 91.60, 6.00",
        "H44.100 in August, 2348, 2971, 79.03, 5.27",
        "H44.106 in August, 1660, 2079, 79.85, 5.32"
    })
    void dossierSatisfaction(String unit, long satisfied, long all, String percent, String score) {
        assertEquals(new BigDecimal(percent), Metric.percent(satisfied, all));
        assertEquals(new BigDecimal(score), Metric.DOSSIER_RECEIVING_SATISFACTION.score(satisfied, all));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Province 2026, 528464, 597918, 296, 570, 230, 570, 11.43",
        "Sở Công Thương 2026, 1651, 2270, 0, 0, 0, 0, 16.85",
        "Sở GD&ĐT 2026, 755, 1120, 0, 4, 0, 4, 4.49",
        "Province 2026-08, 144574, 184513, 182, 247, 137, 247, 12.97",
        "H44.01 2026-08, 0, 0, 0, 0, 0, 0, 12.00",
        "H44.07 2026-08, 332, 482, 0, 0, 0, 0, 16.59",
        "H44.106 2026-08, 1660, 2079, 2, 2, 0, 2, 11.32",
        "H44.108 2026-08, 1511, 1610, 0, 0, 0, 0, 18.00"
    })
    void satisfactionGroup(String unit, long n1, long d1, long n2, long d2, long n3, long d3, String group) {
        assertGroup(
                group,
                QualityGroup.MDHL,
                Map.of(
                        Metric.DOSSIER_RECEIVING_SATISFACTION, counts(n1, d1),
                        Metric.PETITION_PROCESSING_ON_TIME, counts(n2, d2),
                        Metric.PETITION_HANDLING_SATISFACTION, counts(n3, d3)));
    }

    /** H44.110 and H44.125 tell that each part is rounded before the sum: 6.1896 is printed 6.18, and 7.1444 is 7.15. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Province 2026, 309542, 358625, 119, 68, 313, 6.67",
        "Phường Việt Trì 2026, 4015, 4920, 18, 10, 38, 6.74",
        "Sở Công Thương 2026, 118, 118, 12, 0, 13, 8.00",
        "BQL khu công nghiệp 2026, 18, 18, 2, 0, 3, 7.67",
        "Province 2026-08, 82913, 98459, 93, 56, 310, 6.25",
        "H44.01, 0, 0, 0, 0, 1, 0.00",
        "H44.07, 44, 44, 7, 0, 8, 8.00",
        "H44.100, 1516, 1707, 12, 7, 35, 6.69",
        "H44.102, 621, 754, 12, 6, 36, 6.19",
        "H44.104, 446, 522, 9, 5, 34, 6.16",
        "H44.106, 1089, 1284, 15, 9, 36, 6.76",
        "H44.108, 1310, 1429, 18, 11, 37, 7.46",
        "H44.110, 264, 325, 14, 6, 38, 6.18",
        "H44.119, 790, 813, 14, 8, 36, 7.36",
        "H44.125, 438, 459, 14, 7, 37, 7.15"
    })
    void paymentGroup(String unit, long paid, long owing, long used, long offered, long procedures, String group) {
        assertGroup(
                group,
                QualityGroup.TTTT,
                Map.of(
                        Metric.ONLINE_PAYMENT, counts(paid, owing),
                        Metric.PAYMENT_PROCEDURES_USED, counts(used, procedures),
                        Metric.PAYMENT_PROCEDURES_OFFERED, counts(offered, procedures)));
    }

    /** H44.100 tells the same: its parts come to 8.6649, and 8.67 is printed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Province, 133274, 21233, 3160, 85644, 184513, 297, 1301, 8.22",
        "H44.01, 0, 0, 0, 0, 0, 0, 3, 2.00",
        "H44.07, 339, 231, 0, 482, 482, 12, 73, 10.47",
        "H44.100, 2469, 479, 35, 1137, 2971, 46, 385, 8.67",
        "H44.102, 858, 98, 44, 1450, 1770, 58, 385, 7.13"
    })
    void digitisationGroup(
            String unit,
            long results,
            long papers,
            long reused,
            long population,
            long dossiers,
            long connected,
            long procedures,
            String group) {
        assertGroup(
                group,
                QualityGroup.MDSH,
                Map.of(
                        Metric.ORIGINAL_RESULT_AVAILABLE, counts(results, dossiers),
                        Metric.SO_HOA_GIAY_TO_GIAI_QUYET, counts(papers, dossiers),
                        Metric.REUSED_DIGITIZED_DATA, counts(reused, dossiers),
                        Metric.SYNCED_WITH_DVCQG_PERSONAL_STORAGE, counts(0, dossiers),
                        Metric.CITIZEN_DATA_CONNECTED_DOSSIER, counts(population, dossiers),
                        Metric.CITIZEN_DATA_CONNECTED_FORMALITY, counts(connected, procedures),
                        Metric.ELECTRONIC_CERTIFIED_COPY, points("2")));
    }

    @Test
    void publicityOf2026() {
        var figures = Map.of(
                Metric.PUBLISH_ON_TIME, counts(0, 89),
                Metric.PUBLIC_UPDATE_ON_TIME, counts(0, 70),
                Metric.PUBLIC_CONTENT_FULL, counts(87, 89),
                Metric.DOSSIER_SYNC, counts(475053, 475053));
        assertEquals(new BigDecimal("97.75"), Metric.percent(87, 89));
        assertEquals(new BigDecimal("1.96"), Metric.PUBLIC_CONTENT_FULL.score(87, 89));
        assertGroup("7.96", QualityGroup.CKMB, figures);
    }

    @Test
    void sharesOfFeedbackAreShownAndBringNoPoints() {
        assertEquals(new BigDecimal("72.46"), Metric.percent(413, 570));
        assertEquals(new BigDecimal("23.33"), Metric.percent(133, 570));
        assertEquals(new BigDecimal("0.00"), Metric.PETITION_CLASSIFICATION_TTHC.score(413, 570));
    }

    /** The whole of August 2026: 59.91. */
    @Test
    void theWholeIsTheSumOfItsRoundedMetrics() {
        var all = new EnumMap<Metric, Figure>(Metric.class);
        all.put(Metric.PUBLISH_ON_TIME, counts(0, 0));
        all.put(Metric.PUBLIC_UPDATE_ON_TIME, counts(0, 0));
        all.put(Metric.PUBLIC_CONTENT_FULL, counts(87, 89));
        all.put(Metric.DOSSIER_SYNC, counts(138744, 138744));
        all.put(Metric.DOSSIER_ON_TIME, counts(144625, 184513));
        all.put(Metric.ONLINE_SUPPLY, counts(52, 56));
        all.put(Metric.ONLINE_SERVICES_USED, counts(406, 1968));
        all.put(Metric.ONLINE_FILING, counts(150956, 152595));
        all.put(Metric.ORIGINAL_RESULT_AVAILABLE, counts(133274, 184513));
        all.put(Metric.SO_HOA_GIAY_TO_GIAI_QUYET, counts(21233, 184513));
        all.put(Metric.REUSED_DIGITIZED_DATA, counts(3160, 184513));
        all.put(Metric.SYNCED_WITH_DVCQG_PERSONAL_STORAGE, counts(0, 184513));
        all.put(Metric.CITIZEN_DATA_CONNECTED_DOSSIER, counts(85644, 184513));
        all.put(Metric.CITIZEN_DATA_CONNECTED_FORMALITY, counts(297, 1301));
        all.put(Metric.ELECTRONIC_CERTIFIED_COPY, points("2"));
        all.put(Metric.DOSSIER_RECEIVING_SATISFACTION, counts(144574, 184513));
        all.put(Metric.PETITION_PROCESSING_ON_TIME, counts(182, 247));
        all.put(Metric.PETITION_HANDLING_SATISFACTION, counts(137, 247));
        all.put(Metric.ONLINE_PAYMENT, counts(82913, 98459));
        all.put(Metric.PAYMENT_PROCEDURES_USED, counts(93, 310));
        all.put(Metric.PAYMENT_PROCEDURES_OFFERED, counts(56, 310));
        var index = IndexScore.of(all);
        assertEquals(new BigDecimal("8.83"), index.of(QualityGroup.CLGQ));
        assertEquals(new BigDecimal("59.91"), index.total());
        assertEquals(List.of(), index.unknown());
        assertEquals(Band.AVERAGE, Band.Bounds.USUAL.of(index.total()));
    }

    @ParameterizedTest
    @CsvSource({
        "98.63, EXCELLENT",
        "90.00, EXCELLENT",
        "89.99, GOOD",
        "83.47, GOOD",
        "80, GOOD",
        "79.99, FAIR",
        "70, FAIR",
        "69.99, AVERAGE",
        "50.00, AVERAGE",
        "49.99, POOR",
        "0, POOR"
    })
    void bands(BigDecimal total, Band band) {
        assertEquals(band, Band.Bounds.USUAL.of(total));
    }

    @Test
    void bandsThatDoNotFallAreAFaultOfTheConfiguration() {
        assertThrows(IllegalArgumentException.class, () -> new Band.Bounds(90, 80, 80, 50));
    }

    @Test
    void equalScoresShareAPlaceAndTheNextIsFurtherBehind() {
        var scores = List.of(new BigDecimal("90.0"), new BigDecimal("80.00"), new BigDecimal("80.0"), BigDecimal.ONE);
        assertEquals(List.of(1, 2, 2, 4), Ranks.of(scores));
        assertEquals(List.of(), Ranks.of(List.of()));
    }

    private static void assertGroup(String expected, QualityGroup group, Map<Metric, Figure> figures) {
        assertEquals(new BigDecimal(expected), IndexScore.of(figures).of(group));
    }

    private static Figure counts(long numerator, long denominator) {
        return Figure.computed(numerator, denominator);
    }

    private static Figure points(String score) {
        return new Figure(0, 0, new BigDecimal(score), Figure.Basis.INPUT, "test", null, null);
    }
}
