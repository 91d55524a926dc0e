package kz.qadam.reporting.recount;

import kz.qadam.reporting.json.Members;

/** Where a thing counts, as an event states it. */
record Spot(String cohort, String region, String institution, String course) {

    static Spot of(Members json) {
        return new Spot(json.text("cohort"), json.text("region"), json.text("institution"), json.text("course"));
    }
}
