package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;

/** What an attack has found. */
final class AttackResult {

    /** Of so many questions that examples have answered, one is solved too, so that both ways are compared. */
    private static final int SAMPLE = 100;

    private final int enough;
    private final List<Finding> found = new ArrayList<>();
    private long targets;
    private long byBounds;
    private long byExamples;

    /** @param enough after so many disclosures the attack ends */
    AttackResult(int enough) {
        this.enough = enough;
    }

    /** A conclusion of an attacker; a disclosure is kept. A conclusion that is wrong is a fault of the attack. */
    void add(String what, String institution, long truth, Range range) {
        Finding finding = new Finding(what, institution == null ? Attack.OUTSIDER : institution, truth, range);
        if (!range.contains(truth)) {
            throw new IllegalStateException("The attack is wrong: " + finding);
        }
        targets++;
        if (range.isDisclosure()) {
            found.add(finding);
        }
    }

    boolean isEnough() {
        return found.size() >= enough;
    }

    void countByBounds() {
        byBounds++;
    }

    /** Counts a question that examples have answered; true if it is to be solved too. */
    boolean countByExamples() {
        return ++byExamples % SAMPLE == 0;
    }

    List<Finding> found() {
        return List.copyOf(found);
    }

    /** How many counts of one to nine people were attacked. */
    long targets() {
        return targets;
    }

    /** How many questions were answered by bounds alone. */
    long byBounds() {
        return byBounds;
    }

    /** How many questions were answered by examples. */
    long byExamples() {
        return byExamples;
    }
}
