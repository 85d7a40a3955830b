package vn.motcua.search;

import java.util.Arrays;

/** The least of many numbers without sorting the others. */
final class Selection {
    private Selection() {}

    /** Brings the {@code count} least numbers to the front, in order, and returns how many these are. */
    static int first(long[] keys, int count) {
        if (count < keys.length) {
            select(keys, count);
        }
        int first = Math.min(count, keys.length);
        Arrays.sort(keys, 0, first);
        return first;
    }

    /** Hoare's selection; the numbers are all different. */
    private static void select(long[] keys, int count) {
        int low = 0;
        int high = keys.length - 1;
        while (low < high) {
            long pivot = median(keys[low], keys[(low + high) >>> 1], keys[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (keys[left] < pivot) {
                    left++;
                }
                while (keys[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = keys[left];
                    keys[left++] = keys[right];
                    keys[right--] = swapped;
                }
            }
            if (count - 1 <= right) {
                high = right;
            } else if (count - 1 >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
