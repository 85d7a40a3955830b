package vn.motcua.feedback;

/** @param own the own vote; null without one */
record VoteCount(Boolean own, int likes, int dislikes) {}
