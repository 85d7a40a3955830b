package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What became of the internal procedures (thủ tục hành chính nội bộ) between two days. */
@RegisterForReflection
record InternalReview(LocalDate from, LocalDate to, Counts total, List<Group> byAuthority) {
    InternalReview {
        byAuthority = List.copyOf(byAuthority);
    }

    /** @param code null where the records name no authority */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(String code, String name, Counts counts) {}

    /**
     * {@code stock = stockBefore + added - cut}.
     *
     * @param stockBefore in force on the first day
     * @param added in force on the last day only
     * @param cut in force on the first day only
     * @param amended in force on both, and amended between them
     * @param cutShare percent of {@code stockBefore}, two decimals; null when that is 0
     * @param reviewedShare the same of those cut or amended
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counts(
            long stockBefore,
            long added,
            long cut,
            long amended,
            long stock,
            BigDecimal cutShare,
            BigDecimal reviewedShare) {
        static Counts of(long stockBefore, long added, long cut, long amended) {
            return new Counts(
                    stockBefore,
                    added,
                    cut,
                    amended,
                    stockBefore + added - cut,
                    Shares.percent(cut, stockBefore),
                    Shares.percent(cut + amended, stockBefore));
        }
    }
}
