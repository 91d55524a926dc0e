package kz.qadam.reporting.release.attack;

/** The numbers that a count may be. */
record Range(long least, long most) {

    static final Range ANY = new Range(0, Integer.MAX_VALUE);

    static Range of(long number) {
        return new Range(number, number);
    }

    boolean contains(long number) {
        return least <= number && number <= most;
    }

    Range plus(Range other) {
        return new Range(least + other.least, most + other.most);
    }

    Range minus(long number) {
        return new Range(least - number, most - number);
    }

    /** The least range that contains a number too. */
    Range with(long number) {
        return new Range(Math.min(least, number), Math.max(most, number));
    }

    Range and(Range other) {
        return new Range(Math.max(least, other.least), Math.min(most, other.most));
    }

    /**
     * Whether somebody who knows that a count is in this range has found few people: their number nearly, or that there
     * are any.
     */
    boolean isDisclosure() {
        return most - least <= 8 || (least > 0 && most < 20);
    }

    @Override
    public String toString() {
        return least + " to " + (most >= ANY.most ? "any number" : most);
    }
}
