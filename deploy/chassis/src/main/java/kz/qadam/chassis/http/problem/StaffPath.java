package kz.qadam.chassis.http.problem;

/** The paths of people who have logged in: below a root of their own they are the same as elsewhere. */
public final class StaffPath {

    public static final String ROOT = "/staff";

    private StaffPath() {}

    /** The same path as programs have it. */
    public static String withoutRoot(String path) {
        return path.startsWith(ROOT + "/") ? path.substring(ROOT.length()) : path;
    }
}
