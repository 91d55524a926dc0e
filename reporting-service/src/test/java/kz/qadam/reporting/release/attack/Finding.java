package kz.qadam.reporting.release.attack;

/**
 * What an attacker concludes about a few people.
 *
 * @param what the count, in words
 * @param attacker the institution, or an outsider
 * @param truth the exact count
 */
record Finding(String what, String attacker, long truth, Range range) {

    @Override
    public String toString() {
        return "%s: %s knows %s; it is %d".formatted(what, attacker, range, truth);
    }
}
