package kz.qadam.demo;

/** A fictional person with a unique number. */
record Person(int number) {

    private static final int ONE_IN_SO_MANY_COMES_FROM_ABROAD = 250;

    /** Whether the person has no IIN, but a passport. */
    boolean isFromAbroad() {
        return number % ONE_IN_SO_MANY_COMES_FROM_ABROAD == 7;
    }

    String iin() {
        return Iin.of(number);
    }

    String passport() {
        return "AA%07d".formatted(number);
    }
}
