package vn.motcua.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgencyListsTest {
    private static final Agency PHU_THO = new Agency("H44", "Phú Thọ", AgencyLevel.PROVINCE, null, "25");
    private static final Agency TRADE = new Agency("H44.07", "Sở Công Thương", AgencyLevel.DEPARTMENT, "H44", "25");

    @Test
    void versionIsThatOfTheContentWhateverTheOrderOfReading() {
        assertEquals(lists(PHU_THO, TRADE).version(), lists(TRADE, PHU_THO).version());
        assertNotEquals(lists(PHU_THO, TRADE).version(), lists(PHU_THO).version());
    }

    @Test
    void emptyListsAnswerEmptyPages() {
        assertTrue(AgencyLists.EMPTY.agencies(AgencyLists.TOP, 20, "").items().isEmpty());
        assertTrue(AgencyLists.EMPTY.units("25", 20, "").items().isEmpty());
    }

    @Test
    void cursorOfAVanishedItemStillFindsItsPlace() {
        assertEquals(
                List.of(PHU_THO),
                lists(PHU_THO, TRADE).agencies(AgencyLists.TOP, 20, "H43").items());
    }

    private static AgencyLists lists(Agency... agencies) {
        return AgencyLists.of(Map.of(), List.of(agencies), List.of());
    }
}
