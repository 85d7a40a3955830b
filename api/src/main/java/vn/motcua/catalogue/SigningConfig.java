package vn.motcua.catalogue;

import io.smallrye.config.ConfigMapping;
import vn.motcua.openapi.SigningSettings;

/** The keys that vouch for the catalogue pack. Without a current one the pack has no manifest. */
@ConfigMapping(prefix = "motcua.catalogue.signing")
interface SigningConfig extends SigningSettings {}
