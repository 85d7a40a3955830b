package vn.motcua.organisation;

/** How many messages wait now that did not before; {@code nextCursor} when there are more behind them. */
record ReplayResult(int queued, String nextCursor) {}
