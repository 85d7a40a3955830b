package vn.motcua.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The key that signs now, if there is one, and the public halves of all: those that signed, sign and will sign.
 *
 * @param current absent where nothing can be signed
 */
public record SigningKeys(Optional<Ed25519> current, SigningKeyList published) {
    /**
     * Reads the keys of the settings.
     *
     * @param prefix of the settings, for the message about wrong ones
     * @throws IllegalStateException when something is no key, or one key has two places in the rotation
     */
    public static SigningKeys of(SigningSettings settings, String prefix) {
        var current = settings.key().map(Ed25519::parse);
        var all = new ArrayList<SigningKey>();
        current.ifPresent(key -> all.add(SigningKey.of(
                key.publicKey(), SigningKey.Status.CURRENT, settings.from().orElse(null), null)));
        settings.next()
                .forEach(next -> all.add(SigningKey.of(
                        Ed25519.PublicKey.parse(next.publicKey()), SigningKey.Status.NEXT, next.from(), null)));
        settings.retired()
                .forEach(old -> all.add(SigningKey.of(
                        Ed25519.PublicKey.parse(old.publicKey()),
                        SigningKey.Status.RETIRED,
                        old.from().orElse(null),
                        old.until())));
        var ids = new HashSet<String>();
        if (!all.stream().map(SigningKey::kid).allMatch(ids::add)) {
            throw new IllegalStateException(prefix + " names one key twice: a key is current, next or retired");
        }
        return new SigningKeys(current, new SigningKeyList(List.copyOf(all)));
    }
}
