package vn.motcua.organisation;

/** From where in the feed messages are to be sent again. */
record ReplayInput(String after) {}
