package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * A world that may be true: the numbers that the attacker does not know.
 *
 * @param small people of the small institution alone
 * @param large people of a large institution alone
 * @param third further people; where they are enrolled depends on the scene
 * @param change how many people the small institution gains, or what the scenario says
 */
record Others(int small, int large, int third, int change) {

    /** All worlds of these numbers, the last two of which may be any of some. */
    static List<Others> all(int mostSmall, int mostLarge, List<Integer> thirds, List<Integer> changes) {
        List<Others> all = new ArrayList<>();
        for (int small = 0; small <= mostSmall; small++) {
            for (int large = 0; large <= mostLarge; large++) {
                for (int third : thirds) {
                    for (int change : changes) {
                        all.add(new Others(small, large, third, change));
                    }
                }
            }
        }
        return all;
    }

    int together() {
        return small + large + third;
    }
}
