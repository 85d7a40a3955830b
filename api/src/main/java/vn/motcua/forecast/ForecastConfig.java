package vn.motcua.forecast;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** When forecasts are learnt anew, from how much, and with what. */
@ConfigMapping(prefix = "motcua.forecast")
interface ForecastConfig {
    /** Whether this replica may do the nightly work; one of those that may does it. */
    @WithDefault("true")
    boolean refresh();

    /** Vietnamese time from which a night's work may begin. */
    @WithDefault("01:30")
    LocalTime at();

    /** How often a replica looks whether there is work to do or a newer model to take over. */
    @WithDefault("1m")
    Duration poll();

    /** After this time without an end a replica's night's work is taken for dead, and another one begins again. */
    @WithDefault("2h")
    Duration lease();

    /** Dossiers received longer ago teach nothing; years without a calendar neither. */
    @WithDefault("1095")
    int historyDays();

    /**
     * After how many working days the past counts half. All of them are learnt side by side; the one whose forecasts lost
     * least lately is served.
     */
    @WithDefault("60,250")
    List<Double> memories();

    /** The same for the pace of an agency, which follows stalls and rushes. */
    @WithDefault("10")
    double paceMemory();

    /** A present pace is expected to have come half way back to the usual one after so many working days. */
    @WithDefault("15")
    double paceFade();

    /** How many groups (procedure, agency, both) are kept; each costs about 700 bytes. */
    @WithDefault("20000")
    int groups();

    /** How many forecasts of the past are followed at a time while learning. */
    @WithDefault("3000")
    int followed();

    /** A group with fewer ended dossiers is not named as the basis of a forecast; with none larger there is no forecast. */
    @WithDefault("20")
    int leastDossiers();

    /** Cells of the back-test with fewer forecasts are not published. */
    @WithDefault("30")
    int leastForecasts();
}
