package kz.qadam.benchmarks;

import java.util.Map;

/** A measure whose Qadam side can run on two versions of Qadam, to compare them. */
interface VersionedMeasure extends Measure {

    /**
     * Starts the services of a lab, and warms up their JVMs.
     *
     * @return the sides that can be measured now, by their names in the report
     */
    Map<String, Rounds.Side> sides(Lab lab) throws Exception;
}
