package vn.motcua.search;

/**
 * Numbers pairs in the order in which they come, from 0: a hash table without an object for each pair. The second of a pair
 * is positive.
 */
final class PairNumbers {
    private long[] keys = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    int size() {
        return size;
    }

    /** The pair's number, -1 when it never came. */
    int find(int first, int second) {
        int at = slot(keys, key(first, second));
        return keys[at] == 0 ? -1 : numbers[at];
    }

    int number(int first, int second) {
        long key = key(first, second);
        int at = slot(keys, key);
        if (keys[at] == 0) {
            if (size > keys.length * 5 / 8) {
                grow();
                at = slot(keys, key);
            }
            keys[at] = key;
            numbers[at] = size++;
        }
        return numbers[at];
    }

    private void grow() {
        var more = new long[keys.length * 2];
        var moved = new int[more.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = slot(more, keys[i]);
                more[at] = keys[i];
                moved[at] = numbers[i];
            }
        }
        keys = more;
        numbers = moved;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> Integer.SIZE) & keys.length - 1;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private static long key(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }
}
