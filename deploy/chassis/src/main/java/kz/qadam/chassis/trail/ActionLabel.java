package kz.qadam.chassis.trail;

import java.util.regex.Pattern;

/** The name of an action as people read it. */
public final class ActionLabel {

    /** A parameter in the path of an endpoint that says which values it takes. */
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");

    private ActionLabel() {}

    /** Without what the parameters of its path have to look like. */
    public static String shown(String action) {
        return PARAMETER.matcher(action).replaceAll("{$1}");
    }
}
