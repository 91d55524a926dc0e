package kz.qadam.chassis.http.version;

import java.util.regex.Pattern;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/** The name under which somebody saves something, as the address of it has it. */
public final class SavedNameFormat {

    private static final String NAME = "name";
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9][A-Za-z0-9._-]{0,99}");

    private SavedNameFormat() {}

    /**
     * Requires that it is a code.
     *
     * @throws Problem 400 if it is none, 422 if it looks like the number of a person
     */
    public static void require(String name) {
        if (!CODE.matcher(name).matches()) {
            throw Problem.badParameter(NAME, "code");
        }
        if (PersonalNumber.isIn(name)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter(NAME, "looks-like-iin", NAME));
        }
    }
}
