package vn.motcua.forecast;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Where forecasts learn how dossiers went. The feature that owns dossiers implements it; nobody reads its tables. */
public interface SpellSource {
    /**
     * Gives every dossier that was accepted within a time, ended or open, in order of reception. Reads as a stream and waits for
     * the database: never call it on an event loop.
     *
     * @param from first day of reception
     * @param to the day after the last one
     * @param into takes the spells, one at a time
     */
    void each(LocalDate from, LocalDate to, Consumer<Spell> into);
}
