package kz.qadam.reporting.recount;

import kz.qadam.reporting.json.Members;

/** The cohort, and the members of dimensions, that an event names. */
record NamedMembers(String cohort, String region, String institution, String course) {

    static NamedMembers of(Members json) {
        return new NamedMembers(
                json.text("cohort"), json.text("region"), json.text("institution"), json.text("course"));
    }
}
