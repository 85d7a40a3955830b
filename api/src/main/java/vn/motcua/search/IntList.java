package vn.motcua.search;

import java.util.Arrays;

/** A list of numbers that grows. */
final class IntList {
    private int[] numbers = new int[1 << 10];
    private int size;

    int size() {
        return size;
    }

    int get(int i) {
        return numbers[i];
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void increment(int i) {
        numbers[i]++;
    }
}
