package kz.qadam.chassis.http.list;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.http.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A position in the history of one resource: after this version.
 *
 * @param limit how many states a page has at most
 */
public record VersionCursor(int version, int limit) {

    /**
     * Parses a cursor. Without a limit, a page has the maximum length: nearly every history has only a few states.
     *
     * @param cursor the version as returned earlier, or null for the start
     * @throws Problem 400 if it is not a valid cursor
     */
    public static VersionCursor parse(String cursor, Integer limit) {
        int most = limit == null ? Page.MOST : Page.limit(limit);
        try {
            return new VersionCursor(cursor == null ? 0 : Integer.parseInt(cursor), most);
        } catch (NumberFormatException e) {
            throw Problem.badParameter("cursor", "cursor");
        }
    }

    /**
     * A page of states, with its {@code Link: rel="next"} if there are more.
     *
     * @param found the states after this position, one more than the limit if there are more
     */
    public <S, V> RestResponse<V> page(
            List<S> found, Function<S, Integer> versionOf, Function<List<S>, V> view, UriInfo uri) {
        boolean more = found.size() > limit;
        List<S> states = more ? found.subList(0, limit) : found;
        String next = more ? versionOf.apply(states.get(limit - 1)).toString() : null;
        return ResponseBuilder.ok(view.apply(states))
                .header("Link", new Page<>(List.of(), next, more).at(uri).getHeaderString("Link"))
                .build();
    }
}
