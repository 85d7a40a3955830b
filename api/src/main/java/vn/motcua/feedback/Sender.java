package vn.motcua.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who sends, as NĐ 20/2008/NĐ-CP art. 7 asks for it. Kept sealed and apart from the case; shown to those who handle it.
 *
 * @param phone 9 to 15 digits
 */
@RegisterForReflection
record Sender(String name, String address, String phone, String email) {
    @Override
    public String toString() {
        return "Sender";
    }
}
