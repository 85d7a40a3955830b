package vn.motcua.satisfaction;

import io.smallrye.config.ConfigMapping;
import vn.motcua.openapi.SigningSettings;

/** The keys that vouch for heads of the ledger and for promises. Without a current one there are neither. */
@ConfigMapping(prefix = "motcua.satisfaction.ledger.signing")
interface LedgerSigningConfig extends SigningSettings {}
