package kz.qadam.benchmarks;

/** The counts in the database after a run are wrong: the measure is void, however fast the run was. */
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
