package kz.qadam.chassis.batch;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How an outcome reads over HTTP. */
public final class Answers {

    private Answers() {}

    /**
     * 201 or 200 with the thing, and where it is.
     *
     * @param path where things of this kind are, such as {@code /v1/things/}; null if they have no address
     * @throws kz.qadam.chassis.problem.Problem if nothing was kept
     */
    public static <V> RestResponse<V> single(Outcome<? extends V> outcome, String path) {
        if (outcome instanceof Outcome.Kept<? extends V> kept) {
            ResponseBuilder<V> answer =
                    ResponseBuilder.create(RestResponse.Status.fromStatusCode(kept.httpStatus()), kept.view());
            return located(answer, path, kept.id());
        }
        if (outcome instanceof Outcome.Repeated<? extends V> repeated) {
            return located(ResponseBuilder.<V>ok(repeated.view()), path, repeated.id());
        }
        throw ((Outcome.Rejected<?>) outcome).problem();
    }

    /** By header: ResponseBuilder.location would need the request, which another thread may answer. */
    private static <V> RestResponse<V> located(ResponseBuilder<V> answer, String path, java.util.UUID id) {
        return (path == null ? answer : answer.header("Location", path + id)).build();
    }
}
