package vn.motcua.catalogue;

import java.util.List;

/**
 * What other features need to know of one procedure version.
 *
 * @param code national key
 * @param fieldCode field, for counting
 * @param version the version's number, to be pinned by a dossier at reception
 * @param limits the published time limits
 */
public record ProcedureFacts(
        String code, String name, String fieldCode, String fieldName, int version, List<Limit> limits) {
    /** One published time limit. {@code channel} is DIRECT, ONLINE, POSTAL or null for all; {@code unit} as in the contract. */
    public record Limit(String channel, double value, String unit) {}

    public ProcedureFacts {
        limits = List.copyOf(limits);
    }
}
