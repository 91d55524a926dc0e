package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What an attacker does, and what it looks for.
 *
 * @param worlds all worlds that may be true, as far as the attacker knows
 * @param known what the attacker knows of a world besides releases and its own records
 * @param steps the histories with the actions of the attacker
 */
record Scenario(
        String title,
        List<Others> worlds,
        Function<Others, Object> known,
        Function<Others, List<Step>> steps,
        List<Target> targets) {

    static Object nothing(Others others) {
        return "";
    }

    /**
     * A number that the attacker looks for. Nothing is found if each number from the least to the most remains possible.
     *
     * @param isTried the worlds that are taken as true; the others are only possible
     * @param admitted what the definition page admits in a world
     */
    record Target(
            String title,
            ToIntFunction<Others> number,
            int least,
            int most,
            Predicate<Others> isTried,
            Function<Others, Optional<Admitted>> admitted) {}
}
