package vn.motcua.satisfaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Map;

/** Settings of rating. */
@ConfigMapping(prefix = "motcua.satisfaction")
interface SatisfactionConfig {
    /** How many days after a dossier's end its ticket can be used. */
    @WithDefault("30")
    int ticketDays();

    /**
     * How many days after its last day, at least, a ticket that nobody used forgets what it was about. It does so by whole
     * months, so that its last day does not tell when the dossier ended.
     */
    @WithDefault("7")
    int forgetTicketsAfterDays();

    /**
     * How many days after rating an answer can be changed, as long as it rests. It rests that long at least when the person
     * asked for that; otherwise as {@link #restDays} says.
     */
    @WithDefault("7")
    int editDays();

    /**
     * How many days every rating rests before it can be mixed. In this time it can be changed, and ratings that do not look
     * like people's are told apart by the days on which they came. With 0 they are mixed as soon as ten have come together,
     * for demonstrations.
     */
    @WithDefault("8")
    int restDays();

    /** Who answers faster than this for each question has not read them. */
    @WithDefault("1s")
    Duration fastPerQuestion();

    /** Bits of the keys that sign blind tickets: 2048 at least. */
    @WithDefault("2048")
    int blindKeyBits();

    /** When ratings are taken for something else than people's. */
    Watching watch();

    interface Watching {
        /** Ratings that must have been counted all over the country before anything is set apart: without them nothing is usual. */
        @WithDefault("1000")
        long learn();

        /** Share of false alarms among the alarms of a round, at most (Benjamini-Hochberg). */
        @WithDefault("0.01")
        double falseAlarms();
    }

    /** How many days after its end a month is closed: what has not gathered ten by then gives up details (docs). */
    @WithDefault("7")
    int closeAfterDays();

    /** Share of tickets, in percent and drawn by lot, that open the long questionnaire. */
    @WithDefault("0")
    int longFormPercent();

    /** How long after a rating the next mixing begins. */
    @WithDefault("500ms")
    Duration mixAfter();

    /** How often everything that rests is looked through, also without a new rating. */
    @WithDefault("1h")
    Duration mixEvery();

    /** How long comments, and who read them, are kept; after that they are gone. A proposal, not a rule of the law. */
    @WithDefault("P24M")
    Period keepComments();

    /**
     * Weights of the factors in the overall index (F3), declared in every recipe. Without any, the answers to all factors
     * are pooled: nobody published the weights of SIPAS, and pooling is what its figures allow.
     */
    Map<Factor, BigDecimal> weights();
}
