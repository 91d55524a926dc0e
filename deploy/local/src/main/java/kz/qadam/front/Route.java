package kz.qadam.front;

import java.util.stream.Stream;

/**
 * Which service answers a path.
 *
 * @param path without a slash at its end; what is below it belongs to it too, but for {@code /}, which is only itself
 * @param service its module, such as {@code enrolment-service}
 */
public record Route(String path, String service) {

    private static final String ROOT = "/";

    /** Below which people who have logged in find the same paths. */
    private static final String STAFF = "/staff";

    static Route of(String row) {
        String[] cells = row.split(",", 2);
        return new Route(cells[0], cells[1]);
    }

    /** The same for people who have logged in. */
    Route forStaff() {
        return new Route(isRoot() ? STAFF : STAFF + path, service);
    }

    /** Whether what is below the path has other routes. */
    public boolean isExact() {
        return isRoot() || path.equals(STAFF);
    }

    /** What requests of this route may have as path: itself, and one or more segments below it. */
    boolean has(String requested) {
        if (isExact()) {
            return forms().anyMatch(requested::equals);
        }
        return requested.equals(path) || requested.startsWith(path + "/");
    }

    /** The ways in which the path itself is written: as there is nothing below an exact one, also with a slash at its end. */
    public Stream<String> forms() {
        return isExact() && !isRoot() ? Stream.of(path, path + "/") : Stream.of(path);
    }

    private boolean isRoot() {
        return path.equals(ROOT);
    }
}
