package kz.qadam.enrolment.catalogue;

import java.util.regex.Pattern;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/** The rules for the codes of catalogue entries. */
final class CodeRules {

    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9][A-Za-z0-9._-]{0,99}");

    /** Figures use this code for all cohorts that have a target. */
    private static final String ALL_COHORTS = "total";

    private CodeRules() {}

    /**
     * Checks the code of a new entry.
     *
     * @throws Problem if it is no valid code
     */
    static void check(String code) {
        if (!CODE.matcher(code).matches()) {
            throw Problem.badParameter("code", "code");
        }
        if (PersonalNumber.isIn(code)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("code", "looks-like-iin", "code"));
        }
    }

    /** Adds a fault if an item of a file has no code, or none that is valid. */
    static void checkMember(ItemFields fields, String code) {
        fields.require("code");
        if (code != null && !CODE.matcher(code).matches()) {
            fields.unreadable("code", "code");
        }
    }

    /**
     * Checks the code of a new cohort.
     *
     * @throws Problem if it is no valid code, or is reserved
     */
    static void checkCohort(String code) {
        check(code);
        if (code.equals(ALL_COHORTS)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("code", "reserved-code", code));
        }
    }

    /** The body may repeat the code of the path, but not name another. The path's code is used in any case. */
    static void matchPath(ItemFields fields, String code) {
        String named = fields.text("code", 100);
        if (named != null && !named.equals(code)) {
            fields.unreadable("code", "differs-from-path");
        }
        fields.supply("code", code);
    }
}
