package vn.motcua.satisfaction;

/** Proof for the rater that the rating was counted; it names nobody. */
record RatingReceipt(String receipt) {}
