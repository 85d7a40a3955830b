package vn.motcua.feedback;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A published answer. The sender is never named. */
record PublishedFeedback(
        String code,
        String title,
        String text,
        String answer,
        String sender,
        UnitRef agency,
        String procedureCode,
        Subject subject,
        String subjectLabel,
        LocalDate sentOn,
        LocalDate answeredOn,
        OffsetDateTime publishedAt,
        int likes,
        int dislikes) {}
