package vn.motcua.catalogue;

record FacetValue(String value, String label, int count) {}
