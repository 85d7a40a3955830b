package vn.motcua.feedback.file;

import java.io.IOException;

/** Looks for malware in a file before it is kept. Blocks. An {@link IOException} means that nobody could look. */
public interface AttachmentScanner {
    /** What was found. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** There is no scanner: the file is kept and marked as not scanned. */
        NOT_SCANNED
    }

    Verdict scan(byte[] bytes) throws IOException;

    /** What an installation without a scanner has. */
    static AttachmentScanner none() {
        return bytes -> Verdict.NOT_SCANNED;
    }
}
