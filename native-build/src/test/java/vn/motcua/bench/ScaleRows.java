package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows of made-up dossiers and their events as COPY reads them, as wide as the service's own. Hashes that no look-up asks for
 * and sealed parts are random bytes of the usual length; keys of events and proofs are what the service would compute.
 */
final class ScaleRows {
    static final String DOSSIER = "code, status, last_event_at, procedure_code, limit_value, limit_unit, received_at, "
            + "due_given, due_at, ended_at, outcome, clock_state, paused_since, paused_days, supplements, agency_support, "
            + "agency_reception, agency_competent, channel, applicant_kind, person_key, organisation_code, proofs, timeline, "
            + "rating_offered, rating_told, feeds, promises, clock_revision";
    static final String EVENT = "id, month, source, event_id, dossier_code, status, occurred_at, received_by_us_at, "
            + "payload, person_key, proofs, sealed, content_hash, reason_code, component_ref, reason_missing";
    static final String KEY = "id, content";

    private static final String SOURCE = "bench-system";
    private static final int SEALED_APPLICANT = 190;
    private static final int SEALED_OFFICIAL = 95;
    private static final String NOTHING = "\\N";
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final String[] CLOCK =
            "- NOT_STARTED RUNNING ENDED RUNNING PAUSED PAUSED PAUSED ENDED ENDED ENDED".split(" ");

    private final DossierTables.ProofHash proofs = new DossierTables.ProofHash();
    private final MessageDigest sha256;
    private final StringBuilder text = new StringBuilder(1_200);
    private final long revision;
    private SplittableRandom random = new SplittableRandom(1);
    private long dayOfLast = Long.MIN_VALUE;
    private String lastDay;

    /** @param revision of the working time in force: dates of open dossiers are not to be counted again */
    ScaleRows(long revision) {
        this.revision = revision;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    byte[] dossier(ScaleDossier d) {
        begin(d);
        boolean firm = d.number() % 7 == 0;
        var last = d.steps().getLast();
        var received = d.steps().stream().filter(step -> step.status() == 2).findFirst();
        var ended = d.steps().stream().filter(step -> CLOCK[step.status()].equals("ENDED")).findFirst();
        field(d.code()).field(last.status());
        time(last.at()).field(procedure(d)).field(1 + d.number() % 15).field("WORKING_DAY");
        received.ifPresentOrElse(step -> time(step.at()), this::nothing);
        received.ifPresentOrElse(step -> time(d.due()).time(d.due()), () -> nothing().nothing());
        ended.ifPresentOrElse(step -> time(step.at()), this::nothing);
        ended.ifPresentOrElse(step -> field(outcome(last.status())), this::nothing);
        field(CLOCK[last.status()]);
        if (CLOCK[last.status()].equals("PAUSED")) {
            time(last.at());
        } else {
            nothing();
        }
        long supplements = d.steps().stream().filter(step -> step.status() == 5).count();
        field(2 * supplements).field(supplements).nothing();
        field(d.reception()).field(d.competent()).field("ONLINE");
        field(firm ? "ENTERPRISE" : "CITIZEN").uuid(d);
        field(firm ? "010" + (1_000_000 + d.number() % 50_000) : NOTHING);
        field("\\\\x").hex(proofs.of(d.code(), d.proof())).hex(32);
        timeline(d);
        field(ended.isPresent() ? "t" : "f").field(ended.isPresent() ? "t" : "f");
        field("{\"" + SOURCE + "\":\"").iso(last.at()).append("\"}");
        if (received.isPresent()) {
            field("[{\"at\":\"").iso(received.get().at()).append("\",\"due\":\"").iso(d.due()).append("\"}]");
        } else {
            field("[]");
        }
        return end(field(CLOCK[last.status()].equals("ENDED") ? 0 : revision));
    }

    private static String outcome(int status) {
        return switch (status) {
            case 3 -> "REFUSED";
            case 8 -> "STOPPED";
            case 9 -> "RESULT_READY";
            default -> "RETURNED";
        };
    }

    private void timeline(ScaleDossier d) {
        field("[");
        for (int i = 0; i < d.steps().size(); i++) {
            var step = d.steps().get(i);
            append(i == 0 ? "" : ",").append("{\"status\":").append(Integer.toString(step.status()));
            append(",\"at\":\"").iso(step.at()).append("\",\"agency\":\"").append(d.competent()).append("\"}");
        }
        append("]");
    }

    byte[] event(ScaleDossier d, int place, long id) {
        begin(d);
        var step = d.steps().get(place);
        field(id).field(d.month()).field(SOURCE).field(d.eventId(place)).field(d.code()).field(step.status());
        time(step.at()).time(step.at() + 4);
        if (place == 0) {
            field("{\"procedureCode\":\"" + procedure(d) + "\",\"reception\":\"" + d.reception() + "\",\"competent\":\""
                            + d.competent() + "\",\"applicantKind\":\"CITIZEN\",\"dueAt\":\"")
                    .iso(d.due())
                    .append("\",\"channel\":\"ONLINE\"}");
            uuid(d).field("\\\\x").hex(proofs.of(d.code(), d.proof())).hex(32);
        } else {
            field("{}").nothing().field("\\\\x");
        }
        random(d, place);
        // The hash comes first, so that the keys of events can be made without the rest.
        var content = hex16(32);
        field("\\\\x").hex(place == 0 ? SEALED_APPLICANT : SEALED_OFFICIAL);
        field("\\\\x").append(content);
        return end(field(step.status() == 5 ? "PAPER_MISSING" : NOTHING)
                .field(step.status() == 5 ? "tp-1" : NOTHING)
                .field("f"));
    }

    byte[] key(ScaleDossier d, int place) {
        begin(d);
        var id = sha256.digest((SOURCE + "\n" + d.eventId(place)).getBytes(StandardCharsets.UTF_8));
        random(d, place);
        field("").hex(Arrays.copyOf(id, 16));
        return end(field(hex16(32).substring(0, 32)));
    }

    private void random(ScaleDossier d, int place) {
        random = new SplittableRandom(d.number() * 31L + place + 7);
    }

    private void begin(ScaleDossier d) {
        text.setLength(0);
        random = new SplittableRandom(d.number());
    }

    private static byte[] end(ScaleRows row) {
        return row.text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String procedure(ScaleDossier d) {
        return "9." + (900_000 + Math.floorMod(d.number() * 2_654_435_761L, 1_500));
    }

    private ScaleRows field(Object value) {
        if (!text.isEmpty()) {
            text.append('\t');
        }
        text.append(value);
        return this;
    }

    private ScaleRows nothing() {
        return field(NOTHING);
    }

    private ScaleRows append(String more) {
        text.append(more);
        return this;
    }

    private ScaleRows uuid(ScaleDossier d) {
        // Two dossiers a person.
        var person = new SplittableRandom(d.number() / 2);
        field("");
        return hex(person.nextLong()).hex(person.nextLong());
    }

    private ScaleRows hex(byte[] bytes) {
        for (byte b : bytes) {
            text.append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
        }
        return this;
    }

    private ScaleRows hex(int randomBytes) {
        return append(hex16(randomBytes));
    }

    private ScaleRows hex(long value) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(HEX[(int) (value >>> shift & 15)]);
        }
        return this;
    }

    private String hex16(int bytes) {
        var hex = new char[bytes * 2];
        for (int i = 0; i < hex.length; ) {
            long value = random.nextLong();
            for (int n = 0; n < 16 && i < hex.length; n++, value >>>= 4) {
                hex[i++] = HEX[(int) (value & 15)];
            }
        }
        return new String(hex);
    }

    /** As a field of its own. */
    private ScaleRows time(long seconds) {
        return field("").iso(seconds);
    }

    private ScaleRows iso(long seconds) {
        long local = seconds + 7 * 3_600;
        long day = Math.floorDiv(local, 86_400L);
        int ofDay = (int) Math.floorMod(local, 86_400L);
        if (day != dayOfLast) {
            dayOfLast = day;
            lastDay = LocalDate.ofEpochDay(day).toString();
        }
        text.append(lastDay).append('T');
        two(ofDay / 3_600).append(":");
        two(ofDay / 60 % 60).append(":");
        return two(ofDay % 60).append("+07:00");
    }

    private ScaleRows two(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
        return this;
    }
}
