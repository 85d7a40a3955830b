package vn.motcua.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A move as an officer or the sender asks for it. Which fields a move needs and allows: {@link MoveFields}.
 *
 * @param matter which of the eight contents of NĐ 20/2008/NĐ-CP art. 5
 * @param hintsRead the officer has read what looked like personal data and leaves it in on purpose
 */
@RegisterForReflection
record MoveInput(
        Move move,
        String text,
        String unit,
        Subject subject,
        Integer matter,
        Track track,
        String publicTitle,
        String publicText,
        String publicAnswer,
        Boolean hintsRead) {
    @Override
    public String toString() {
        return "MoveInput[" + move + "]";
    }
}
