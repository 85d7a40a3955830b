package vn.motcua.feedback.file;

import static java.util.Objects.requireNonNull;

import vn.motcua.openapi.Text;

/** What became of a file that was looked at. */
public sealed interface Cleaned {
    /**
     * What it says it is, without metadata.
     *
     * @param bytes to be kept; the array is not copied
     */
    record Clean(byte[] bytes) implements Cleaned {
        public Clean {
            requireNonNull(bytes, "bytes");
        }

        @Override
        public String toString() {
            return "Clean[" + bytes.length + " bytes]";
        }
    }

    /** Not taken, with what to do about it. */
    record Refused(Text advice) implements Cleaned {
        public Refused {
            requireNonNull(advice, "advice");
        }
    }
}
