package kz.qadam.progress.query;

import kz.qadam.chassis.problem.Problem;

/** A parameter that is true or false. Whoever misspells true does not want the opposite. */
public final class Flag {

    private Flag() {}

    /**
     * Reads one; null if it is not given.
     *
     * @throws Problem 400 for anything but true and false
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
