package vn.motcua.satisfaction;

/** One question. */
record SurveyItem(Factor factor, String text) {}
