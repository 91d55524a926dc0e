package kz.qadam.benchmarks;

/** What a run left in the database is not what it should be: whatever it took, it did something else. */
final class WrongCount extends RuntimeException {

    private static final long serialVersionUID = 1;

    private WrongCount(String message) {
        super(message);
    }

    static void unlessEqual(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new WrongCount("%s: %s expected, %s found".formatted(what, expected, found));
        }
    }
}
