package vn.motcua.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What a model says, on histories small enough to think through. Every day is a working day here. */
class ModelTest {
    private static final Recipe RECIPE = new Recipe(250, 10, 15);
    private static final int DAYS = 300;

    private final List<Spell> spells = new ArrayList<>();

    @Test
    void manyDossiersOfOneKindSpeakForThemselves() {
        everyDay("P1", "A1", 10, 4, day -> day + 3);
        everyDay("P2", "A1", 10, 4, day -> day + 8);
        var model = model();
        assertEquals(3, said(model, "P1", "A1", 10, 0).p50(), 1);
        assertEquals(8, said(model, "P2", "A1", 10, 0).p50(), 1);
    }

    @Test
    void fewDossiersSpeakLikeTheirWiderGroup() {
        everyDay("P1", "A1", 10, 6, day -> day + 4);
        everyDay("P1", "A2", 10, 6, day -> day + 4);
        for (int day = 200; day < 205; day++) {
            spells.add(spell("P1", "A3", 10, day, day + 9));
        }
        var model = model();
        assertTrue(said(model, "P1", "A3", 10, 0).p50() <= 7, "five slow ones do not outweigh thousands");
        assertEquals(4, said(model, "P1", "A4", 10, 0).p50(), 1);
    }

    @Test
    void openDossiersCountAsFarAsTheyCame() {
        everyDay("P1", "A1", 10, 4, day -> day % 2 == 0 ? day + 2 : Spell.OPEN);
        var said = said(model(), "P1", "A1", 10, 0);
        assertTrue(said.p90() > 30, "half of them never end, so nobody may promise an end: " + said.p90());
    }

    @Test
    void timeAlreadySpentChangesTheForecast() {
        everyDay("P1", "A1", 10, 4, day -> day + (day % 2 == 0 ? 1 : 12));
        var model = model();
        assertEquals(12 - 5, said(model, "P1", "A1", 10, 5).p50(), 1);
        assertTrue(said(model, "P1", "A1", 10, 0).onTime() > 0.35);
        assertTrue(said(model, "P1", "A1", 10, 5).onTime() < 0.2, "who is not ended by then will be late");
    }

    @Test
    void waitsForTheApplicantDoNotCount() {
        for (int day = 1; day < DAYS; day++) {
            for (int i = 0; i < 4; i++) {
                var wait = List.of(new Spell.Wait(day + 1, day + 21));
                spells.add(new Spell("P1", "A1", "F", 10, day, day + 25, wait, false, 1));
            }
        }
        assertEquals(5, said(model(), "P1", "A1", 10, 0).p50(), 1);
    }

    @Test
    void aStallIsSeenWithinDays() {
        IntUnaryOperator usual = day -> day + 1 + day * 7 % 6;
        everyDay("P1", "A1", 5, 4, day -> usual.applyAsInt(day) < DAYS - 15 ? usual.applyAsInt(day) : Spell.OPEN);
        everyDay("P1", "A2", 5, 4, usual);
        var model = model();
        var stalled = said(model, "P1", "A1", 5, 0);
        var working = said(model, "P1", "A2", 5, 0);
        assertTrue(stalled.p50() > working.p50(), stalled.p50() + " and " + working.p50());
        assertTrue(stalled.p90() > working.p90(), stalled.p90() + " and " + working.p90());
    }

    @Test
    void aModelSurvivesBeingWrittenAndRead() {
        everyDay("P1", "A1", 5, 4, day -> day + 1 + day % 4);
        var model = model();
        var read = ModelFile.read(ModelFile.write(model));
        for (int elapsed = 0; elapsed < 8; elapsed++) {
            var before = said(model, "P1", "A1", 5, elapsed);
            var after = said(read, "P1", "A1", 5, elapsed);
            assertEquals(before.p50(), after.p50());
            assertEquals(before.p90(), after.p90());
            assertArrayEquals(before.curve().chances(), after.curve().chances(), 1e-4);
        }
    }

    @Test
    void groupsAreBounded() {
        for (int i = 0; i < 20_000; i++) {
            spells.add(spell("P" + i % 5_000, "A" + i % 700, 5, 1 + i / 80, 3 + i / 80));
        }
        var replay = new Replay(List.of(RECIPE), 1, DAYS, day -> day, agency -> "OTHER", new ReplayLimits(500, 100));
        spells.forEach(replay::take);
        assertTrue(replay.finish().best().groups.size() <= 500 + 3);
    }

    private void everyDay(String procedure, String agency, int limit, int count, IntUnaryOperator end) {
        for (int day = 1; day < DAYS; day++) {
            for (int i = 0; i < count; i++) {
                spells.add(spell(procedure, agency, limit, day, end.applyAsInt(day)));
            }
        }
    }

    private static Spell spell(String procedure, String agency, int limit, int received, int ended) {
        return new Spell(procedure, agency, "F", limit, received, ended, List.of(), false, 1);
    }

    private Model model() {
        var replay = new Replay(List.of(RECIPE), 1, DAYS, day -> day, agency -> "OTHER", new ReplayLimits(5_000, 300));
        spells.sort(Comparator.comparingInt(Spell::received));
        spells.forEach(replay::take);
        return replay.finish().best();
    }

    private static Said said(Model model, String procedure, String agency, int limit, int elapsed) {
        var keys = Model.keys(procedure, agency, "F", "OTHER", limit);
        return Said.of(model, model.chain(keys, agency, "OTHER", limit), elapsed);
    }
}
