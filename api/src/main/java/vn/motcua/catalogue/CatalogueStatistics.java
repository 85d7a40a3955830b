package vn.motcua.catalogue;

import java.util.List;

/** What happened to the stock of procedures in one month. */
record CatalogueStatistics(String month, StockCounts total, List<Group> byAuthority, List<Group> byLevel) {
    /** An authority or a level; the key is absent where the records name none. */
    record Group(String key, String label, StockCounts counts) {}

    /** {@code stock = stockBefore + added - abolished + movedIn - movedOut}, for the whole and for every group. */
    record StockCounts(int stockBefore, int added, int amended, int abolished, int movedIn, int movedOut, int stock) {
        static final StockCounts NONE = new StockCounts(0, 0, 0, 0, 0, 0, 0);
    }
}
