package vn.motcua.feedback.file;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of attachments lie. All calls block. References are ours: letters, digits, {@code /} and {@code .}. */
public interface AttachmentStore {
    /** Keeps the bytes under this reference; the same again is harmless. */
    void put(String reference, byte[] bytes, String mediaType) throws IOException;

    /** The bytes, to be closed by the caller; an {@link IOException} when they are not there. */
    InputStream open(String reference) throws IOException;

    /** Removes the bytes; harmless when they are gone. */
    void delete(String reference) throws IOException;
}
