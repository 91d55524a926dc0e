package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A place with an attacker, a small institution and a large one, and people whom the attacker knows since it has enrolled
 * them too.
 *
 * @param withLarge people whom the attacker and the large institution have enrolled
 * @param withSmall people whom the attacker and the small institution have enrolled
 * @param withBoth people whom all three have enrolled
 * @param third where the further people are enrolled, whom the attacker does not know
 */
record Scene(int withLarge, int withSmall, int withBoth, Third third) {

    static final String ATTACKER = "attacker";
    static final String SMALL = "small";
    static final String LARGE = "large";

    private static final int MOST_OF_A_SMALL_INSTITUTION = 4;

    /** Where further people are enrolled. */
    @SuppressWarnings("ImmutableEnumChecker") // The lists are immutable.
    enum Third {
        ONE_INSTITUTION(List.of(0, 5, 10, 12)),
        MANY_SMALL_INSTITUTIONS(List.of(0, 7, 20)),
        SMALL_AND_LARGE(List.of(0, 4, 10, 12));

        private final List<Integer> numbers;

        Third(List<Integer> numbers) {
            this.numbers = numbers;
        }

        List<Integer> numbers() {
            return numbers;
        }
    }

    /** Some scenes, the first of which have overlaps that drafts did not bear. */
    static List<Scene> some(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Scene> scenes = new ArrayList<>(List.of(
                new Scene(10, 0, 0, Third.SMALL_AND_LARGE),
                new Scene(12, 3, 0, Third.ONE_INSTITUTION),
                new Scene(0, 0, 0, Third.MANY_SMALL_INSTITUTIONS)));
        while (scenes.size() < count) {
            Third third = Third.values()[random.nextInt(Third.values().length)];
            scenes.add(new Scene(random.nextInt(30), random.nextInt(14), random.nextInt(8), third));
        }
        return scenes.subList(0, count);
    }

    /** The people of the place. */
    RegionPeople people(int own, Others others) {
        return people(own, others, 0, 0);
    }

    /**
     * The people of the place after the attacker has enrolled some of others.
     *
     * @param ofSmall so many of the small institution
     * @param ofLarge so many of the large institution
     */
    RegionPeople people(int own, Others others, int ofSmall, int ofLarge) {
        List<KnownPeople> groups = new ArrayList<>();
        add(groups, own, Stage.TRAINED, ATTACKER);
        add(groups, others.small() - ofSmall, Stage.TRAINED, SMALL);
        add(groups, withSmall + ofSmall, Stage.TRAINED, ATTACKER, SMALL);
        add(groups, others.large() - ofLarge, Stage.TRAINED, LARGE);
        add(groups, withLarge + ofLarge, Stage.TRAINED, ATTACKER, LARGE);
        add(groups, withBoth, Stage.TRAINED, ATTACKER, SMALL, LARGE);
        switch (third) {
            case ONE_INSTITUTION -> add(groups, others.third(), Stage.TRAINED, "third");
            case SMALL_AND_LARGE -> add(groups, others.third(), Stage.TRAINED, SMALL, LARGE);
            case MANY_SMALL_INSTITUTIONS -> {
                for (int left = others.third(); left > 0; left -= MOST_OF_A_SMALL_INSTITUTION) {
                    add(groups, Math.min(left, MOST_OF_A_SMALL_INSTITUTION), Stage.TRAINED, "small-" + left);
                }
            }
        }
        return new RegionPeople(groups);
    }

    static void add(List<KnownPeople> groups, int count, Stage stage, String... institutions) {
        if (count > 0) {
            Set<String> all = Set.of(institutions);
            groups.add(new KnownPeople(stage, all, stage == Stage.ENROLLED ? Set.of() : all, count));
        }
    }

    /** How many of the others hold the place. */
    int holders(Others others) {
        int holders = others.small() >= 10 ? 1 : 0;
        holders += others.large() >= 10 ? 1 : 0;
        return holders + (third == Third.ONE_INSTITUTION && others.third() >= 10 ? 1 : 0);
    }

    /** Whether the others are so few, beyond the tens of the holders, that a small institution cannot have nine of them. */
    boolean isFewBesideHolders(Others others) {
        int holders = holders(others);
        return holders > 0 && others.together() - 10 * holders < 9;
    }
}
