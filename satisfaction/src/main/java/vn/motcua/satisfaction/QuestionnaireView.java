package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A questionnaire as an administrator reads it. */
@RegisterForReflection
record QuestionnaireView(
        String code,
        int version,
        Questionnaire.State state,
        String titleVi,
        String titleEn,
        List<QuestionnaireDraft.DraftItem> items) {

    /** All of them, without paging: there are few. */
    @RegisterForReflection
    record QuestionnaireViews(List<QuestionnaireView> items) {}

    static QuestionnaireView of(Questionnaire questionnaire) {
        return new QuestionnaireView(
                questionnaire.code(),
                questionnaire.version(),
                questionnaire.state(),
                questionnaire.title().vi(),
                questionnaire.title().en(),
                questionnaire.items().stream()
                        .map(item -> new QuestionnaireDraft.DraftItem(
                                item.code(),
                                item.factor(),
                                item.text().vi(),
                                item.text().en()))
                        .toList());
    }
}
