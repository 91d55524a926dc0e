package kz.qadam.demo;

/** Somebody who does not exist, told from all others by a number. */
record Person(int number) {

    private static final int ONE_IN_SO_MANY_COMES_FROM_ABROAD = 250;

    /** Without an IIN, and known by a passport. */
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
