package vn.motcua.dossier;

import java.util.Optional;

/**
 * What LoaiDoiTuong means. Two interfaces number the applicants differently: 1 is a citizen in one and an enterprise in the
 * other, so the coding belongs to the sending system and is never guessed.
 */
public enum ApplicantCoding {
    /** The synchronisation guide of the Government Office: 1 citizen, 2 business. */
    NATIONAL_PORTAL {
        @Override
        Optional<Applicant.Kind> decode(String number) {
            return switch (number) {
                case "1" -> Optional.of(Applicant.Kind.CITIZEN);
                case "2" -> Optional.of(Applicant.Kind.ENTERPRISE);
                default -> Optional.empty();
            };
        }
    },
    /** The integration of the ministries of 2026: 0 citizen, 1 enterprise, 2 household business. */
    MINISTRY_2026 {
        @Override
        Optional<Applicant.Kind> decode(String number) {
            return switch (number) {
                case "0" -> Optional.of(Applicant.Kind.CITIZEN);
                case "1" -> Optional.of(Applicant.Kind.ENTERPRISE);
                case "2" -> Optional.of(Applicant.Kind.HOUSEHOLD_BUSINESS);
                default -> Optional.empty();
            };
        }
    };

    abstract Optional<Applicant.Kind> decode(String number);
}
