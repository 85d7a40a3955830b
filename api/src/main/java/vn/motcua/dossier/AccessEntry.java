package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * That somebody looked at a dossier, as its owner sees it: in what role, for which agency, why and when. No name: the agency
 * can tell it from the time.
 *
 * @param networks for look-ups by proof, which are told by day: from how many networks
 */
record AccessEntry(
        OffsetDateTime at,
        AccessRole role,
        String roleLabel,
        AgencyRef agency,
        String position,
        AccessPurpose purpose,
        String purposeLabel,
        Integer networks) {}
