package vn.motcua.local;

/** Something the person at the keyboard can mend; the message says how, and no stack trace is shown. */
public final class Trouble extends RuntimeException {
    public Trouble(String vietnamese, String english) {
        super(vietnamese + "\n" + english);
    }

    public Trouble(String vietnamese, String english, Throwable cause) {
        super(vietnamese + "\n" + english, cause);
    }
}
