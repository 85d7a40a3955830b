package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.motcua.openapi.ProcedureCode;

/** Takes the items of a file as they are read: good ones go to the database in chunks, refused ones into the report. */
final class Staging implements Consumer<CatalogueSource.Item> {
    private static final int CHUNK_RECORDS = 500;
    private static final int CHUNK_CHARACTERS = 4 << 20;
    /** A file that is refused line by line is not a catalogue; its report must not fill the memory either. */
    private static final int MOST_REFUSED = 10_000;

    private static final int SHOWN_CODE = 60;
    private static final int SHOWN_DOUBTS = 1_000;

    private final RecordCheck check;
    private final ReleaseStore.Work work;
    private final Function<CatalogueSource.Item.Usable, StagedProcedure> toStaged;
    private final List<StagedProcedure> chunk = new ArrayList<>();
    private final List<CatalogueSource.Item.Refused> refused = new ArrayList<>();
    private final Set<String> namedInRefused = new HashSet<>();
    private final List<CatalogueSource.Item.Refused> doubts = new ArrayList<>();
    private int characters;
    private int staged;

    Staging(
            RecordCheck check,
            ReleaseStore.Work work,
            Function<CatalogueSource.Item.Usable, StagedProcedure> toStaged) {
        this.check = check;
        this.work = work;
        this.toStaged = toStaged;
    }

    @Override
    public void accept(CatalogueSource.Item item) {
        switch (item) {
            case CatalogueSource.Item.Refused bad -> refuse(bad);
            case CatalogueSource.Item.Usable good -> {
                switch (check.check(good)) {
                    case CatalogueSource.Item.Refused bad -> refuse(bad);
                    case CatalogueSource.Item.Usable checked -> {
                        doubts(checked);
                        stage(toStaged.apply(checked));
                    }
                }
            }
        }
    }

    /** Sends the last chunk. A file without one usable record is refused: in a full release it would abolish everything. */
    void finish() {
        flush();
        if (staged == 0) {
            throw refused.isEmpty()
                    ? Malformed.empty()
                    : Malformed.nothingUsable(
                            refused.size(),
                            refused.getFirst().line(),
                            refused.getFirst().why());
        }
    }

    List<CatalogueSource.Item.Refused> refused() {
        return refused;
    }

    /** What of the taken records was not understood, told like a refusal. */
    List<CatalogueSource.Item.Refused> doubts() {
        return doubts;
    }

    /** A refused record does not abolish the version that is in force. */
    Set<String> named() {
        return namedInRefused;
    }

    private void refuse(CatalogueSource.Item.Refused bad) {
        var code =
                bad.code() == null || bad.code().isBlank() ? null : bad.code().strip();
        ProcedureCode.parse(code).map(CodeForms::canonical).ifPresent(namedInRefused::add);
        var shown = code == null || code.length() <= SHOWN_CODE ? code : code.substring(0, SHOWN_CODE);
        refused.add(new CatalogueSource.Item.Refused(bad.line(), shown, bad.why()));
        if (refused.size() > MOST_REFUSED) {
            throw Malformed.tooManyRefused(
                    refused.size(),
                    refused.getFirst().line(),
                    refused.getFirst().why());
        }
    }

    private void doubts(CatalogueSource.Item.Usable taken) {
        for (var doubt : taken.doubts()) {
            if (doubts.size() < SHOWN_DOUBTS) {
                doubts.add(new CatalogueSource.Item.Refused(
                        taken.line(), taken.published().code(), doubt));
            }
        }
    }

    private void stage(StagedProcedure procedure) {
        chunk.add(procedure);
        characters += procedure.record().length();
        if (chunk.size() >= CHUNK_RECORDS || characters >= CHUNK_CHARACTERS) {
            flush();
        }
    }

    private void flush() {
        if (!chunk.isEmpty()) {
            work.stage(chunk);
            staged += chunk.size();
            chunk.clear();
            characters = 0;
        }
    }
}
