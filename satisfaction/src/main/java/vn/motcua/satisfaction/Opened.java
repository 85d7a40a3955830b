package vn.motcua.satisfaction;

import java.util.Arrays;

/** What is sealed of a rating while it rests: its answers, and the secret of its leaf. Equally long for equal questions. */
record Opened(Answers answers, LeafSecret secret) {
    byte[] bytes() {
        var said = answers.bytes();
        var whole = Arrays.copyOf(said, said.length + LeafSecret.BYTES);
        System.arraycopy(secret.bytes(), 0, whole, said.length, LeafSecret.BYTES);
        return whole;
    }

    /** @param questions how many the questionnaire has; a rating from before the ledger has nothing behind its answers */
    static Opened ofBytes(byte[] bytes, int questions) {
        var answers = Answers.ofBytes(Arrays.copyOf(bytes, questions));
        return bytes.length == questions
                ? new Opened(answers, LeafSecret.lost())
                : new Opened(answers, LeafSecret.ofBytes(Arrays.copyOfRange(bytes, questions, bytes.length)));
    }
}
