package vn.motcua.local;

import java.util.Map;

/** A user of the demo: name to sign in with, name to show, role, and the claims that its tokens carry. */
record DemoUser(String name, String fullName, String role, Map<String, String> claims) {}
