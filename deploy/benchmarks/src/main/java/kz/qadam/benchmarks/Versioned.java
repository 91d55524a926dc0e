package kz.qadam.benchmarks;

import java.util.Map;

/** A measure whose own side can be run on two versions of Qadam, to compare them. */
interface Versioned extends Measure {

    /**
     * Starts the services of a lab, and lets them run until they have compiled what they run.
     *
     * @return what can be measured now, by its name in the report
     */
    Map<String, Rounds.Side> sides(Lab lab) throws Exception;
}
