package vn.motcua.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.motcua.openapi.StrictText;

/** Whether a request target (path and query as sent) holds only text that everything behind can hold. */
final class RequestTarget {
    private RequestTarget() {}

    /** False for a damaged percent escape, bytes that are not UTF-8, NUL and half surrogate pairs. */
    static boolean isSound(String target) {
        var bytes = ByteBuffer.allocate(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%') {
                int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
                int low = i + 2 < target.length() ? Character.digit(target.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return false;
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else if (c > 0x7e || c < 0x21) {
                return false;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return !StrictText.isBroken(text);
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
