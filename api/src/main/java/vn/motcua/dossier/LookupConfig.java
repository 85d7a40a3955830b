package vn.motcua.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Look-ups without an account: how often somebody may fail, and what a receipt carries. None of it is law. */
@ConfigMapping(prefix = "motcua.dossier.lookup")
public interface LookupConfig {
    /** Failed tries for one code in {@link #burst()}. */
    @WithDefault("10")
    int perCode();

    /** Failed tries for one code in {@link #sustained()}, from all addresses together. */
    @WithDefault("30")
    int perCodeSustained();

    /** Failed tries from one network in {@link #burst()}. */
    @WithDefault("30")
    int perAddress();

    /** Failed tries from one network in {@link #sustained()}; many phones share one address of a mobile network. */
    @WithDefault("1000")
    int perAddressSustained();

    /** Failed tries of everybody in {@link #burst()}; beyond it a network that failed lately has to wait. */
    @WithDefault("3000")
    int overall();

    /** Failed tries of everybody in {@link #sustained()}. */
    @WithDefault("100000")
    int overallSustained();

    /** The short window. */
    @WithDefault("10m")
    Duration burst();

    /** The long window. */
    @WithDefault("1d")
    Duration sustained();

    /** How many codes and how many networks with failures are remembered in memory, 24 bytes each; the least guilty go first. */
    @WithDefault("65536")
    int remembered();

    /** How often replicas tell each other of failures, through the database. */
    @WithDefault("1s")
    Duration share();

    /**
     * A proof of this length cannot be guessed, so a code under attack goes on to accept it. The secret of our receipts has 16
     * characters.
     */
    @WithDefault("12")
    int unguessableFrom();

    /** How long a network that once had the right proof for a code may try on while strangers are shut out of that code. */
    @WithDefault("30d")
    Duration knownFor();

    /**
     * A refusal is answered at a multiple of this time after it came in, so that its time does not tell what was wrong; zero
     * answers at once.
     */
    @WithDefault("50ms")
    Duration refuseAfter();

    /** Where the QR of a receipt leads: an app that opens this address reads code and secret behind the {@code #}. */
    @WithDefault("https://motcua.example/h")
    URI receiptLink();

    /** Where dossiers are filed and completed online. */
    @WithDefault("https://dichvucong.gov.vn")
    URI portal();
}
