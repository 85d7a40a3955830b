package vn.motcua.search;

import java.util.List;

/** The newest hundred versions, newest first. */
record SearchWordsVersionList(List<SearchWordsVersion> items) {}
