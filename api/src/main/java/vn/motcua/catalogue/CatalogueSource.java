package vn.motcua.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** A shape in which a catalogue file comes. Reads record by record; a file that is broken as a whole is a problem. */
interface CatalogueSource {
    /** One record of the file: usable, or not. {@code line} is the line or record number, from 1. */
    sealed interface Item {
        int line();

        record Usable(int line, ProcedureRecord published, Editorial editorial, boolean internal) implements Item {}

        record Refused(int line, String code, Refusal why) implements Item {}
    }

    void read(Reader file, Consumer<Item> each) throws IOException;

    /** Some editors put a byte-order mark in front. */
    static Reader withoutMark(Reader file) throws IOException {
        var buffered = new BufferedReader(file, 1 << 16);
        buffered.mark(1);
        if (buffered.read() != '\ufeff') {
            buffered.reset();
        }
        return buffered;
    }
}
