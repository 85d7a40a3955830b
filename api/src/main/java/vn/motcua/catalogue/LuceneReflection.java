package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Lucene finds these classes by name when a query runs; a native executable must be told to keep them. */
@RegisterForReflection(
        classNames = {
            "org.apache.lucene.analysis.tokenattributes.BytesTermAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.FlagsAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.OffsetAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PayloadAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PositionIncrementAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.PositionLengthAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.SentenceAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.TermFrequencyAttributeImpl",
            "org.apache.lucene.analysis.tokenattributes.TypeAttributeImpl",
            "org.apache.lucene.search.BoostAttributeImpl",
            "org.apache.lucene.search.FuzzyTermsEnum$AutomatonAttributeImpl",
            "org.apache.lucene.search.MaxNonCompetitiveBoostAttributeImpl"
        })
final class LuceneReflection {
    private LuceneReflection() {}
}
