package vn.motcua.openapi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dossier code (mã số hồ sơ) of any of the three generations: agency part, date of receipt (yyMMdd or yyyyMMdd), number of
 * 4 to 7 digits. Kept as text in upper case and never rebuilt; agencies that merged since keep their codes.
 */
public record DossierCode(String value, AgencyCode agency, LocalDate date) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9]+(?:\\.[A-Z0-9]+)*)-(\\d{2}|\\d{4})(\\d{2})(\\d{2})-(\\d{4,7})");

    public static Optional<DossierCode> parse(String text) {
        if (text == null || text.length() > 60) {
            return Optional.empty();
        }
        var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches() || match.group(1).length() > AgencyCode.MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var year = Integer.parseInt(match.group(2));
            var date = LocalDate.of(
                    match.group(2).length() == 2 ? 2000 + year : year,
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)));
            return Optional.of(new DossierCode(match.group(), new AgencyCode(match.group(1)), date));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The agency part read left to right: the old right-to-left form {@code 000.00.01.H01} is {@code H01.01}. */
    public AgencyCode agencyLeftToRight() {
        return agency.leftToRight();
    }
}
