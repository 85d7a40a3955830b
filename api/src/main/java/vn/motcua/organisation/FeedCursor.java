package vn.motcua.organisation;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import vn.motcua.identity.Secrets;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/**
 * Places in a firm's feed as clients hold them: epoch of the feed, position, and a keyed hash over both and the firm. A client
 * can neither make one up nor use another firm's.
 */
@Singleton
class FeedCursor {
    private static final int PLACE_BYTES = 16 + 8;
    private static final int MAC_BYTES = 16;

    private final Secrets secrets;

    /** A place behind an entry. */
    record Place(UUID epoch, long position) {}

    FeedCursor(Secrets secrets) {
        this.secrets = secrets;
    }

    String encode(String organisation, Place place) {
        var bytes = ByteBuffer.allocate(PLACE_BYTES + MAC_BYTES)
                .putLong(place.epoch().getMostSignificantBits())
                .putLong(place.epoch().getLeastSignificantBits())
                .putLong(place.position());
        bytes.put(mac(organisation, Arrays.copyOf(bytes.array(), PLACE_BYTES)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Place decode(String organisation, String encoded, String parameter) {
        try {
            var bytes = Base64.getUrlDecoder().decode(encoded);
            var place = Arrays.copyOf(bytes, PLACE_BYTES);
            var mac = Arrays.copyOfRange(bytes, PLACE_BYTES, PLACE_BYTES + MAC_BYTES);
            if (bytes.length == PLACE_BYTES + MAC_BYTES && MessageDigest.isEqual(mac, mac(organisation, place))) {
                var parts = ByteBuffer.wrap(place);
                return new Place(new UUID(parts.getLong(), parts.getLong()), parts.getLong());
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            // Falls through to the one problem below: whatever is wrong, the remedy is the same.
        }
        throw ProblemException.invalid(
                parameter,
                "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của lần đọc trước.",
                "Not a cursor of this feed. Use the nextCursor of the answer before, unchanged.");
    }

    /** Refuses a place that the feed has left behind, or that lies in the feed of another database. */
    static void requireKept(Place place, UUID epoch, long purged, long latest) {
        if (!place.epoch().equals(epoch) || place.position() < purged || place.position() > latest) {
            throw ProblemException.of(
                    ProblemType.CURSOR_EXPIRED,
                    "Con trỏ này quá cũ. Hãy lấy con trỏ mới bằng after=now, rồi đọc lại danh sách hồ sơ.",
                    "This cursor is too old. Take a new one with after=now, then read the list of dossiers again.");
        }
    }

    private byte[] mac(String organisation, byte[] place) {
        var name = organisation.getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(place.length + name.length).put(place).put(name);
        return Arrays.copyOf(secrets.hmac(Secrets.Purpose.FEED_CURSOR, message.array()), MAC_BYTES);
    }
}
