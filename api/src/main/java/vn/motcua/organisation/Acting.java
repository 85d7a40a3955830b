package vn.motcua.organisation;

import java.util.UUID;
import vn.motcua.dossier.DossierHolder;

/**
 * Somebody who acts for an organisation in this request.
 *
 * @param actor the token's subject, for the audit
 * @param delegate the grant by which somebody else acts; null when it is the organisation itself
 */
record Acting(DossierHolder holder, String actor, UUID delegate) {
    String organisation() {
        return holder.key();
    }
}
