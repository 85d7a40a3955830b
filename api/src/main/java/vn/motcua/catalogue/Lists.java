package vn.motcua.catalogue;

import java.util.List;

/** Absent lists are empty lists; an empty place in one is a fault of the file. */
final class Lists {
    private Lists() {}

    static <T> List<T> of(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
