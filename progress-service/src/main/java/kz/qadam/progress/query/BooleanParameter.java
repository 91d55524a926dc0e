package kz.qadam.progress.query;

import kz.qadam.chassis.http.problem.Problem;

/**
 * Reads query parameters that are true or false. Other values are errors: a misspelled true must not be taken as false.
 */
public final class BooleanParameter {

    private BooleanParameter() {}

    /**
     * Reads a parameter; null if it is not given.
     *
     * @throws Problem 400 for any value except true and false
     */
    public static Boolean of(String name, String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.badParameter(name, "boolean", name);
        };
    }
}
