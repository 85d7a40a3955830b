package vn.motcua.feedback.file;

import vn.motcua.feedback.file.Cleaned.Clean;
import vn.motcua.feedback.file.Cleaned.Refused;
import vn.motcua.openapi.Text;

/**
 * Looks whether a file is what it says, by its structure and not by its name, and takes out what tells about people: places
 * (GPS), cameras, authors, comments. What cannot be understood is refused, never passed on unread.
 */
public final class Cleaner {
    private static final Text DAMAGED = new Text(
            "Tệp bị hỏng hoặc không đúng định dạng đã khai. Hãy mở thử rồi lưu lại thành JPEG, PNG hoặc PDF.",
            "The file is damaged or not what it says. Open it and save it again as JPEG, PNG or PDF.");

    private Cleaner() {}

    /** Never throws for any bytes. */
    public static Cleaned clean(FileType type, byte[] bytes) {
        try {
            return switch (type) {
                case JPEG -> new Clean(JpegCleaner.clean(bytes));
                case PNG -> new Clean(PngCleaner.clean(bytes));
                case HEIC -> new Clean(HeicCleaner.clean(bytes));
                case PDF -> new Clean(PdfCleaner.clean(bytes));
            };
        } catch (Unclean refused) {
            return new Refused(refused.advice());
        } catch (IndexOutOfBoundsException cutOff) {
            return new Refused(DAMAGED);
        }
    }

    static Unclean damaged() {
        return new Unclean(DAMAGED);
    }

    /** Ends the cleaning; carries no stack trace, because it is an answer. */
    static final class Unclean extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Text advice;

        Unclean(Text advice) {
            super(advice.en(), null, false, false);
            this.advice = advice;
        }

        Text advice() {
            return advice;
        }
    }
}
