package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.openapi.ProcedureCode;

/** What every record must have, whatever file it comes from; brings code, title and field into their one form. */
final class RecordCheck {
    private static final Pattern FIELD_CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int FIELD_CODE_LENGTH = 80;
    private static final int NAME_LENGTH = 2_000;

    private final Set<String> lifeEvents;
    private final Map<String, Integer> lines = new HashMap<>();

    RecordCheck(Set<String> lifeEvents) {
        this.lifeEvents = lifeEvents;
    }

    CatalogueSource.Item check(CatalogueSource.Item.Usable item) {
        var published = item.published();
        var code = ProcedureCode.parse(published.code());
        if (code.isEmpty()) {
            return refused(item, "Mã thủ tục sai: cần dạng 1.001193 hoặc 1.001193.H44.", "Bad procedure code.");
        }
        var key = CodeForms.canonical(code.get());
        var before = lines.putIfAbsent(key, item.line());
        if (before != null) {
            return refused(
                    item,
                    "Mã này đã có ở dòng %d của tệp.".formatted(before),
                    "The code stands at line %d of the file already.".formatted(before));
        }
        if (published.name() == null || published.name().isBlank()) {
            return refused(item, "Thiếu tên thủ tục.", "The name is missing.");
        }
        var name = Titles.repaired(published.name(), key);
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            return refused(item, "Tên thủ tục rỗng hoặc quá dài.", "The name is empty or too long.");
        }
        if (!datesHold(published)) {
            return refused(item, "Có ngày ngoài khoảng 1900 đến 2200.", "A date lies outside 1900 to 2200.");
        }
        var field = field(published.field());
        if (field.isEmpty()) {
            return refused(item, "Thiếu lĩnh vực hoặc mã lĩnh vực sai.", "The field is missing or its code is bad.");
        }
        return editorialRefusal(item)
                .<CatalogueSource.Item>map(why -> new CatalogueSource.Item.Refused(item.line(), key, why))
                .orElseGet(() -> new CatalogueSource.Item.Usable(
                        item.line(),
                        normal(published, key, name, field.get(), kind(published, code.get())),
                        item.editorial(),
                        item.internal(),
                        item.doubts()));
    }

    private static boolean datesHold(ProcedureRecord published) {
        return Stream.concat(
                        Stream.ofNullable(published.decision()).map(Procedure.Decision::date),
                        published.legalBasis().stream()
                                .flatMap(basis -> Stream.of(basis.issuedOn(), basis.effectiveFrom())))
                .allMatch(date -> date == null || (date.getYear() >= 1900 && date.getYear() <= 2200));
    }

    private static ProcedureRecord normal(
            ProcedureRecord published, String code, String name, NamedCode field, Procedure.Kind kind) {
        var draft = ProcedureDraft.of(published);
        draft.code = code;
        draft.name = name;
        draft.field = field;
        draft.kind = kind;
        draft.otherFields = published.otherFields().stream()
                .flatMap(other -> field(other).stream())
                .filter(other -> !other.code().equals(field.code()))
                .distinct()
                .toList();
        draft.related = codes(published.related());
        draft.interlinked = codes(published.interlinked());
        draft.replaces = codes(published.replaces());
        return draft.toRecord();
    }

    /** In the form in which they can be looked up; a reference that is no code stays as it was written. */
    private static List<String> codes(List<String> written) {
        return written.stream()
                .map(text -> ProcedureCode.parse(text).map(CodeForms::canonical).orElse(text))
                .distinct()
                .toList();
    }

    private static Procedure.Kind kind(ProcedureRecord published, ProcedureCode code) {
        return code.agency().isPresent() || published.kind() == Procedure.Kind.LOCAL
                ? Procedure.Kind.LOCAL
                : Procedure.Kind.NATIONAL;
    }

    private static Optional<NamedCode> field(NamedCode field) {
        if (field == null || field.name() == null || field.name().isBlank()) {
            return Optional.empty();
        }
        var name = field.name().strip();
        var code = field.code() == null ? Folding.slug(name, FIELD_CODE_LENGTH) : field.code();
        return code.length() <= FIELD_CODE_LENGTH && FIELD_CODE.matcher(code).matches()
                ? Optional.of(new NamedCode(code, name))
                : Optional.empty();
    }

    private Optional<Refusal> editorialRefusal(CatalogueSource.Item.Usable item) {
        return Optional.ofNullable(item.editorial()).stream()
                .flatMap(editorial -> editorial.lifeEvents().stream())
                .filter(event -> !lifeEvents.contains(event))
                .findFirst()
                .map(event -> Refusal.of(
                        "editorial.lifeEvents có mã không nằm trong danh mục.",
                        "editorial.lifeEvents has a code that is not in the list."));
    }

    private static CatalogueSource.Item refused(CatalogueSource.Item.Usable item, String vi, String en) {
        return new CatalogueSource.Item.Refused(item.line(), item.published().code(), Refusal.of(vi, en));
    }
}
