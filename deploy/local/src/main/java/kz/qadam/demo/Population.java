package kz.qadam.demo;

import java.util.Random;

/**
 * The people of the demo. From time to time the same person takes part again, at another institution or in another
 * cohort.
 */
final class Population {

    private static final double KNOWN_IN_ANOTHER_COHORT = 0.03;
    private static final double KNOWN_IN_THE_SAME = 0.01;

    private final Random chance;
    private int firstOfCohort;
    private int next;

    Population(Random chance) {
        this.chance = chance;
    }

    void nextCohort() {
        firstOfCohort = next;
    }

    /** @param grownUp whether the person may come from an earlier cohort, all of which consist of adults */
    Person somebody(boolean grownUp) {
        double draw = chance.nextDouble();
        if (grownUp && firstOfCohort > 0 && draw < KNOWN_IN_ANOTHER_COHORT) {
            return new Person(chance.nextInt(firstOfCohort));
        }
        if (next > firstOfCohort && draw > 1 - KNOWN_IN_THE_SAME) {
            return new Person(firstOfCohort + chance.nextInt(next - firstOfCohort));
        }
        return new Person(next++);
    }
}
