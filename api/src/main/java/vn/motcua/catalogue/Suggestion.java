package vn.motcua.catalogue;

record Suggestion(String code, String name) {}
