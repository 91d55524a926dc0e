package kz.qadam.front;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which service answers a path of the one address of a suite. Each front reads this table, or a file that is made from it
 * or compared with it. What is not in it, such as {@code /q} and {@code /contracts}, is only at the services' own ports.
 */
public final class Routes {

    /** The longest path first, which decides. */
    private static final List<Route> WRITTEN = read().stream()
            .sorted(Comparator.comparing((Route route) -> route.path().length())
                    .reversed()
                    .thenComparing(Route::path))
            .toList();

    private static final List<Route> ALL = Stream.concat(WRITTEN.stream().map(Route::forStaff), WRITTEN.stream())
            .toList();

    private Routes() {}

    /** All routes, also those of people who have logged in; the first that has a path decides. */
    public static List<Route> all() {
        return ALL;
    }

    /** The service that answers this path; empty if the front itself answers that there is nothing. */
    public static Optional<String> serviceOf(String path) {
        return ALL.stream().filter(route -> route.has(path)).map(Route::service).findFirst();
    }

    /** The rows of the table, each also a route of people who have logged in. */
    static List<Route> written() {
        return WRITTEN;
    }

    private static List<Route> read() {
        try (var table = Routes.class.getResourceAsStream("routes.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Route::of)
                    .toList();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
