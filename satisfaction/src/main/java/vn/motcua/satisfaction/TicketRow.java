package vn.motcua.satisfaction;

import java.time.LocalDate;

/**
 * A ticket as it is stored.
 *
 * @param answersMac null while the ticket is not redeemed
 */
record TicketRow(String questionnaire, int version, LocalDate expiresOn, byte[] answersMac) {
    boolean isRedeemed() {
        return answersMac != null;
    }

    boolean isExpired(LocalDate today) {
        return expiresOn.isBefore(today);
    }

    boolean isOpen(LocalDate today) {
        return !isRedeemed() && !isExpired(today);
    }
}
