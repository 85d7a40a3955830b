package vn.motcua.catalogue;

import java.util.List;

record SuggestionList(List<Suggestion> items) {}
