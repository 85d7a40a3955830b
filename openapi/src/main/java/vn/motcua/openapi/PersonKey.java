package vn.motcua.openapi;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A person as the database knows one: a keyed hash (HMAC-SHA-256, first 128 bits) of the personal ID number. It matches
 * people across features and tells nothing without the key, which is not in the database.
 */
public record PersonKey(UUID value) {
    public PersonKey {
        requireNonNull(value, "value");
    }
}
