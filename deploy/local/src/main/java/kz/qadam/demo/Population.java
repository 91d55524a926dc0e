package kz.qadam.demo;

import java.util.Random;

/** The people of the demo. Now and then somebody turns up who is known already, elsewhere or in another cohort. */
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

    /** @param grownUp whether it may be somebody of a cohort before this one, which are all grown-ups */
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
