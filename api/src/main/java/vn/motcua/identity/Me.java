package vn.motcua.identity;

import java.util.List;

/** The signed-in person or system as the token names it; the personal ID number masked. */
public record Me(String name, List<String> roles, String personalId, String agency, String organisation) {}
