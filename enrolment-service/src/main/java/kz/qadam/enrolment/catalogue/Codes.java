package kz.qadam.enrolment.catalogue;

import java.util.regex.Pattern;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.numbers.PersonalNumber;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/** The stable codes by which the catalogue's things are named everywhere. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9][A-Za-z0-9._-]{0,99}");

    /** By this code figures name the cohorts with a target together. */
    private static final String ALL_COHORTS = "total";

    private Codes() {}

    /**
     * The code under which something is to be kept.
     *
     * @throws Problem if it can be none
     */
    static void check(String code) {
        if (!CODE.matcher(code).matches()) {
            throw Problem.badParameter("code", "code");
        }
        if (PersonalNumber.isIn(code)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("code", "looks-like-iin", "code"));
        }
    }

    /**
     * The code under which a cohort is to be kept.
     *
     * @throws Problem if it can be none
     */
    static void checkCohort(String code) {
        check(code);
        if (code.equals(ALL_COHORTS)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("code", "reserved-code", code));
        }
    }

    /** A body may repeat the code of its path and name no other. It has that code where it names none. */
    static void same(Fields fields, String code) {
        String named = fields.text("code", 100);
        if (named != null && !named.equals(code)) {
            fields.unreadable("code", "differs-from-path");
        }
        fields.supply("code", code);
    }
}
