package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found in the releases of pilots, and how often there was what the definition page admits. */
final class PilotResult {

    private final Map<Admitted, Long> cases = new EnumMap<>(Admitted.class);
    private final Map<Admitted, Long> looked = new EnumMap<>(Admitted.class);
    private final List<String> found = new ArrayList<>();
    private long numbers;
    private long published;
    private long insiders;
    private long few;
    private long passive;
    private long countries;

    PilotResult plus(PilotResult other) {
        PilotResult sum = new PilotResult();
        for (PilotResult one : List.of(this, other)) {
            one.cases.forEach((kind, count) -> sum.cases.merge(kind, count, Long::sum));
            one.looked.forEach((kind, count) -> sum.looked.merge(kind, count, Long::sum));
            sum.found.addAll(one.found);
            sum.numbers += one.numbers;
            sum.published += one.published;
            sum.insiders += one.insiders;
            sum.few += one.few;
            sum.passive += one.passive;
            sum.countries += one.countries;
        }
        return sum;
    }

    void count(boolean isPublished) {
        numbers++;
        published += isPublished ? 1 : 0;
    }

    void countInsider(boolean isFew, boolean isPublished) {
        insiders += isPublished ? 1 : 0;
        few += isFew ? 1 : 0;
    }

    void countPassive() {
        passive++;
    }

    void countCountry(boolean isPublished) {
        countries += isPublished ? 1 : 0;
    }

    /** Counts a number in which there may be what is admitted. */
    void count(Admitted kind, boolean isSo) {
        looked.merge(kind, 1L, Long::sum);
        cases.merge(kind, isSo ? 1L : 0L, Long::sum);
    }

    void found(String what) {
        found.add(what);
    }

    /** In which share of the numbers there is what is admitted; not a number if it was not looked for. */
    double share(Admitted kind) {
        return (double) cases.getOrDefault(kind, 0L) / looked.getOrDefault(kind, 0L);
    }

    List<String> found() {
        return List.copyOf(found);
    }

    /** How many numbers of places there are: each place, cohort, measure and month end. */
    long numbers() {
        return numbers;
    }

    /** How many of them are published. */
    long published() {
        return published;
    }

    /** How many pairs there are of a published number and an institution that knows some of the people. */
    long insiders() {
        return insiders;
    }

    /** How many times an institution does not know one to nine people of a place. */
    long few() {
        return few;
    }

    /** How many insiders can conclude, without doing anything, that the others are few beside the holders. */
    long passive() {
        return passive;
    }

    /** How many numbers of the country are published, at month ends and week ends. */
    long countries() {
        return countries;
    }
}
