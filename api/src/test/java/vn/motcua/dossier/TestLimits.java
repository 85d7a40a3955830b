package vn.motcua.dossier;

import java.net.URI;
import java.time.Duration;

/** Limits of look-ups for tests that make their own replicas. */
record TestLimits(int overall) implements LookupConfig {
    /** As shipped, but nobody else's failures count. */
    static final TestLimits USUAL = new TestLimits(1_000_000);

    static final TestLimits STRICT_OVERALL = new TestLimits(20);

    @Override
    public int perCode() {
        return 10;
    }

    @Override
    public int perCodeSustained() {
        return 30;
    }

    @Override
    public int perAddress() {
        return 30;
    }

    @Override
    public int perAddressSustained() {
        return 1_000;
    }

    @Override
    public int overallSustained() {
        return overall * 10;
    }

    @Override
    public Duration burst() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration sustained() {
        return Duration.ofDays(1);
    }

    @Override
    public int remembered() {
        return 4_096;
    }

    @Override
    public Duration share() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int unguessableFrom() {
        return 12;
    }

    @Override
    public Duration knownFor() {
        return Duration.ofDays(30);
    }

    @Override
    public Duration refuseAfter() {
        return Duration.ZERO;
    }

    @Override
    public URI receiptLink() {
        return URI.create("https://motcua.example/h");
    }

    @Override
    public URI portal() {
        return URI.create("https://dichvucong.gov.vn");
    }
}
