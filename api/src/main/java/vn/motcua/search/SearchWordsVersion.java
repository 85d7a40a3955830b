package vn.motcua.search;

import java.time.OffsetDateTime;

/** One published version as the list of versions shows it: how much it holds, not what. */
record SearchWordsVersion(int version, OffsetDateTime publishedAt, String note, int synonyms, int bestBets) {}
