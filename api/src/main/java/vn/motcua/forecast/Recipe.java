package vn.motcua.forecast;

/**
 * The numbers a model learns with, in working days.
 *
 * @param memory after so many days what was seen counts half
 * @param paceMemory the same for the pace of an agency
 * @param paceFade a present pace is expected to have come half way back to usual after so many days
 */
record Recipe(double memory, double paceMemory, double paceFade) {
    Recipe {
        if (!(memory >= 5 && memory <= 5000 && paceMemory >= 2 && paceMemory <= 500 && paceFade >= 1)) {
            throw new IllegalArgumentException("memory 5 to 5000, pace memory 2 to 500, fade at least 1 working days");
        }
    }
}
