package vn.motcua.organisation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The firm's side: watch-lists, feed and webhooks. */
@ConfigMapping(prefix = "motcua.organisation")
interface OrganisationConfig {
    /** What this replica does; it follows {@code motcua.role}. */
    enum Role {
        ALL,
        API,
        DISPATCHER
    }

    /** Whether this replica orders the feed and delivers webhooks: everything but {@code api} does. */
    @WithDefault("${motcua.role:all}")
    Role role();

    /**
     * Enterprise codes that are taken although their check digit does not hold. A sum divisible by 11 has no check digit by the
     * formula, and implementations disagree about it; an operator who has seen the certificate may let such a code in.
     */
    Optional<Set<String>> acceptedCodes();

    /** The longest time that a delegation may run. */
    @WithDefault("366d")
    Duration longestDelegation();

    Watchlist watchlist();

    Feed feed();

    Webhooks webhook();

    /** Uploads of watch-lists. */
    interface Watchlist {
        /** Codes on one list, and lines in one upload. */
        @WithDefault("100000")
        int most();

        /** Lines that are judged in one transaction. */
        @WithDefault("500")
        int batch();

        /** Wrong codes or secrets of one organisation in a day; what comes on top is answered TRY_LATER. */
        @WithDefault("2000")
        int failuresPerDay();

        /** Wrong secrets for one code in a day, whoever tries: at four digits, guessing takes years. */
        @WithDefault("5")
        int failuresPerCode();

        /** How long an upload may go without a batch before another may begin: its program is taken for dead. */
        @WithDefault("2m")
        Duration lease();
    }

    /** The ordered feed. */
    interface Feed {
        /** How often committed changes are put in order. */
        @WithDefault("100ms")
        Duration poll();

        /** Changes that are put in order in one transaction. */
        @WithDefault("1000")
        int batch();

        /** How long entries are kept. A cursor from before is told that it has expired. */
        @WithDefault("30d")
        Duration kept();

        /** How often entries are deleted that are older. */
        @WithDefault("10m")
        Duration purgeEvery();
    }

    /** Delivery to the firms' own servers. */
    interface Webhooks {
        /** Endpoints of one organisation. */
        @WithDefault("10")
        int perOrganisation();

        /** Networks (CIDR) that may be called although they are not public, for an intranet or a test; empty: none. */
        Optional<List<String>> allowedNetworks();

        /** Whether http:// is taken too. Payloads hold no personal data, yet anybody on the way could read and change them. */
        @WithDefault("false")
        boolean allowHttp();

        /** Ports that may be called; 0 stands for any. */
        @WithDefault("443,8443")
        Set<Integer> ports();

        /** For one attempt from the look-up of the name to the end of the answer. */
        @WithDefault("15s")
        Duration timeout();

        /** How much of an answer's body is read (and thrown away) before the connection is cut. */
        @WithDefault("16K")
        MemorySize answerBytes();

        /** How long a claim holds. After that another replica delivers: this one is taken for dead. */
        @WithDefault("1m")
        Duration lease();

        /** Attempts that one replica has on their way at a time. */
        @WithDefault("256")
        int inFlight();

        /** How often deliveries are looked for although nothing was told. */
        @WithDefault("1s")
        Duration poll();

        /** The wait before the second attempt; each further one doubles it. */
        @WithDefault("10s")
        Duration backoff();

        /** The longest wait between two attempts. */
        @WithDefault("4h")
        Duration longestBackoff();

        /** How long a message is tried before it becomes a dead letter. */
        @WithDefault("3d")
        Duration retryFor();

        /** An endpoint that failed for so long without one success is disabled. */
        @WithDefault("3d")
        Duration disableAfter();

        /** How long the former secret signs beside a new one. */
        @WithDefault("24h")
        Duration secretOverlap();
    }

    /** Refuses values that contradict each other. */
    static void check(OrganisationConfig config) {
        var webhook = config.webhook();
        if (webhook.lease().compareTo(webhook.timeout().multipliedBy(2)) < 0) {
            throw new IllegalStateException(
                    "motcua.organisation.webhook.lease must be at least twice its timeout, or messages"
                            + " are sent twice: set a longer lease or a shorter timeout");
        }
        if (config.watchlist().batch() < 1 || config.feed().batch() < 1 || webhook.inFlight() < 1) {
            throw new IllegalStateException("batch and in-flight of motcua.organisation must be at least 1");
        }
        webhook.allowedNetworks().ifPresent(networks -> networks.forEach(Network::parse));
    }
}
