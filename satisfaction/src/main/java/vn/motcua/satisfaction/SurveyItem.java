package vn.motcua.satisfaction;

/** One question; its code is the key of the answer. */
record SurveyItem(String code, Factor factor, String text) {}
