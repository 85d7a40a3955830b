package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A shape in which a record comes: brings one record into ours, or says why that cannot be. */
interface CatalogueSource {
    /** One record of the file: usable, or not. {@code line} is the line or record number, from 1. */
    sealed interface Item {
        int line();

        /** {@code doubts} are what the file says that we do not understand and can live without. */
        record Usable(int line, ProcedureRecord published, Editorial editorial, boolean internal, List<Refusal> doubts)
                implements Item {
            public Usable {
                doubts = List.copyOf(doubts);
            }
        }

        record Refused(int line, String code, Refusal why) implements Item {}
    }

    Item item(int line, JsonNode record);
}
