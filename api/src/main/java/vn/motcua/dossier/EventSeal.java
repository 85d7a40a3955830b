package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.identity.PersonKeys;
import vn.motcua.identity.Secrets;
import vn.motcua.identity.Secrets.Purpose;

/** Turns the personal part of an event into keyed hashes for matching and a sealed copy for showing to the owner. */
@Singleton
class EventSeal {
    private static final int PROOF_LENGTH = 4;

    private final Secrets secrets;
    private final PersonKeys personKeys;
    private final ObjectMapper json;

    /** What is sealed. */
    @RegisterForReflection
    record Personal(Applicant applicant, Reason reason, Handler handler) {
        static final Personal NOTHING = new Personal(null, null, null);
    }

    EventSeal(Secrets secrets, PersonKeys personKeys, ObjectMapper json) {
        this.secrets = secrets;
        this.personKeys = personKeys;
        this.json = json;
    }

    /** The key of the applicant, null when the event names no personal ID. */
    UUID personKey(Applicant applicant) {
        return applicant == null || applicant.personalId() == null
                ? null
                : personKeys.ofPersonalId(applicant.personalId()).value();
    }

    Proofs proofs(CheckedEvent event) {
        var proofs = new ArrayList<byte[]>();
        var applicant = event.sent().applicant();
        if (applicant != null) {
            Stream.of(applicant.personalId(), applicant.organisationCode(), applicant.phone())
                    .filter(Objects::nonNull)
                    .map(text -> text.replaceAll("\\D", ""))
                    .filter(digits -> digits.length() >= PROOF_LENGTH)
                    .map(digits -> digits.substring(digits.length() - PROOF_LENGTH))
                    .forEach(proof -> proofs.add(proof(event.code().value(), proof)));
        }
        if (event.sent().receiptSecret() != null) {
            proofs.add(proof(event.code().value(), event.sent().receiptSecret()));
        }
        return Proofs.of(proofs);
    }

    /** Bound to the dossier: the same four digits look different on every dossier. */
    byte[] proof(String dossierCode, String typed) {
        return hmac("proof\n" + dossierCode + "\n" + typed.strip().toUpperCase(Locale.ROOT));
    }

    /** Stands for a typed code where tries are counted; made-up codes cannot be aimed at the place of another. */
    long codeKey(String typed) {
        return ByteBuffer.wrap(hmac("code\n" + typed)).getLong();
    }

    /** Null when the event holds nothing personal. */
    byte[] sealed(DossierEvent event) {
        if (event.applicant() == null && event.reason() == null && event.handler() == null) {
            return null;
        }
        try {
            return secrets.encrypt(
                    json.writeValueAsString(new Personal(event.applicant(), event.reason(), event.handler())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be sealed", e);
        }
    }

    Personal open(byte[] sealed) {
        if (sealed == null) {
            return Personal.NOTHING;
        }
        try {
            return json.readValue(secrets.decrypt(sealed), Personal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed event cannot be read", e);
        }
    }

    /**
     * Equal for events that tell the same under another id. Keyed, because a plain hash would reveal an ID by trying.
     *
     * @param facts the event's facts as they are stored
     */
    byte[] contentHash(CheckedEvent event, String facts) {
        var sent = event.sent();
        var applicant = sent.applicant() == null ? new Applicant(null, null, null, null, null) : sent.applicant();
        var reason = sent.reason() == null ? new Reason(null, null, null, null) : sent.reason();
        var handler = sent.handler() == null ? new Handler(null, null) : sent.handler();
        var content = new ArrayList<Object>(List.of(event.code().value(), event.status()));
        content.add(event.occurredAt().toInstant());
        content.add(facts);
        Stream.of(applicant.name(), applicant.personalId(), applicant.phone()).forEach(content::add);
        Stream.of(reason.code(), reason.componentRef(), reason.text(), reason.nextAction())
                .forEach(content::add);
        Stream.of(handler.name(), handler.position(), sent.receiptSecret()).forEach(content::add);
        if (reason.respondBy() != null) {
            // Only when there: what was sent before this field came keeps its hash.
            content.add(reason.respondBy().toInstant());
        }
        return hmac(content.stream()
                .map(part -> part == null ? "" : part.toString())
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining("\n", "content\n", "")));
    }

    private byte[] hmac(String text) {
        return secrets.hmac(Purpose.PROOF, text.getBytes(StandardCharsets.UTF_8));
    }
}
