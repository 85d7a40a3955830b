package vn.motcua.catalogue;

import java.util.List;

/** A JSON Web Key Set. */
record SigningKeyList(List<SigningKey> keys) {}
