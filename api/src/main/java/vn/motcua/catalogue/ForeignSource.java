package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the shapes of other systems have in common: a draft is filled, doubts are noted, nonsense refuses the record. */
abstract class ForeignSource implements CatalogueSource {
    /** Fills in what the record says and returns whether it is internal. */
    abstract boolean fill(ProcedureDraft draft, Part record, Doubts doubts);

    abstract String code(Part record);

    @Override
    public final Item item(int line, JsonNode tree) {
        var record = new Part(tree, "");
        var draft = new ProcedureDraft();
        var doubts = new Doubts();
        try {
            draft.code = code(record);
            boolean internal = fill(draft, record, doubts);
            return new Item.Usable(line, draft.toRecord(), null, internal, doubts.found());
        } catch (Part.Bad bad) {
            return new Item.Refused(line, draft.code, bad.refusal());
        } catch (IllegalArgumentException | NullPointerException incomplete) {
            return new Item.Refused(
                    line,
                    draft.code,
                    Refusal.of(
                            "Một mục trong bản ghi thiếu nội dung bắt buộc hoặc có số quá lớn.",
                            "An entry of the record lacks a required part or has a number that is too large."));
        }
    }

    static NamedCode field(String name) {
        return name == null ? null : new NamedCode(null, name);
    }

    static void subjects(ProcedureDraft draft, List<String> words, String note, String pointer, Doubts doubts) {
        var notes = new ArrayList<String>();
        draft.subjects = doubts.known(words, Words::subject, pointer, notes);
        if (note != null) {
            notes.add(note);
        }
        draft.subjectNotes = notes;
    }

    static AgencyRef authority(String code, String name) {
        if (name == null) {
            return null;
        }
        return code == null ? Authorities.of(name) : new AgencyRef(code, name);
    }

    static Procedure.Decision decision(String number, java.time.LocalDate date) {
        return number == null && date == null ? null : new Procedure.Decision(number, date);
    }

    static Procedure.Source source(String id, java.time.OffsetDateTime updatedAt) {
        return id == null && updatedAt == null ? null : new Procedure.Source(id, updatedAt);
    }

    /** Agencies of a role by name, and the words that describe them where those name others or nobody else is named. */
    static List<Procedure.AgencyRole> agencies(
            Procedure.AgencyRole.Role role, List<Part> named, String description, String... codeMembers) {
        var agencies = new ArrayList<Procedure.AgencyRole>();
        for (var agency : named) {
            var name = agency.text("name", "TENDONVI");
            if (name != null) {
                agencies.add(new Procedure.AgencyRole(role, name, agency.text(codeMembers)));
            }
        }
        if (description != null
                && agencies.stream().noneMatch(agency -> agency.name().equals(description))) {
            agencies.add(new Procedure.AgencyRole(role, description, null));
        }
        return agencies.stream().filter(Objects::nonNull).distinct().toList();
    }
}
