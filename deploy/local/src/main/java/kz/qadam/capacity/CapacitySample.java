package kz.qadam.capacity;

import java.util.List;

/**
 * What was measured with a number of people.
 *
 * @param people who are trained
 * @param inFiles what there was when all reports had come in files
 * @param alone how many more reports came one after the other, so that each was taken in alone
 * @param afterwards what there was then
 * @param idle what there was after the same time, in which nothing came
 */
public record CapacitySample(
        long people, List<Holding> inFiles, int alone, List<Holding> afterwards, List<Holding> idle) {

    static final long PEOPLE = 1_000_000;

    /** Five years. */
    static final int DAYS = 1826;

    /** What a holding has after five years with a million people, if all reports come in files. */
    double bytesInFiles(Holding one) {
        if (one.rowsADay() > 0) {
            return in(afterwards, one).bytesOfARow() * one.rowsADay() * DAYS;
        }
        double share = one.days() == 0 ? 1 : (double) one.days() / DAYS;
        return one.isBounded() ? one.bytes() : one.bytes() * factor() * share;
    }

    /** The same if each report comes alone. What does not depend on that is as before. */
    double bytesAlone(Holding one) {
        if (one.rowsADay() > 0 || one.days() > 0 || one.isBounded()) {
            return bytesInFiles(one);
        }
        Holding after = in(afterwards, one);
        Holding later = in(idle, one);
        double each = one.width() > 0
                ? (2 * after.rows() - one.rows() - later.rows()) * after.bytesOfARow() / alone
                : (double) (2 * after.bytes() - one.bytes() - later.bytes()) / alone;
        return Math.max(bytesInFiles(one), each * reports() * factor());
    }

    /** Enrolments and completions. */
    long reports() {
        return inFiles.stream()
                .filter(one -> one.store().equals("progress-service")
                        && (one.name().equals("enrolment") || one.name().equals("completion")))
                .mapToLong(Holding::rows)
                .sum();
    }

    double factor() {
        return (double) PEOPLE / people;
    }

    private static Holding in(List<Holding> holdings, Holding one) {
        return holdings.stream()
                .filter(other ->
                        other.store().equals(one.store()) && other.name().equals(one.name()))
                .findFirst()
                .orElse(one);
    }
}
