package kz.qadam.chassis.submission;

import java.util.UUID;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What became of one item. */
public sealed interface Outcome<V> {

    /** The word for it in answers, tallies and metrics. */
    String verdict();

    /**
     * The answer if it was the only item: 201 or 200 with the recorded thing, and where it is.
     *
     * @param location where things of this kind are, such as {@code /v1/things/}
     * @throws Problem if nothing was kept
     */
    RestResponse<V> answer(String location);

    /**
     * It was kept and changed something.
     *
     * @param httpStatus 201 where something new came to be, else 200
     * @param verdict the word for it in a batch, such as {@code accepted}
     */
    record Kept<V>(int httpStatus, String verdict, UUID id, V view) implements Outcome<V> {

        @Override
        public RestResponse<V> answer(String location) {
            return Outcome.answer(httpStatus, view, location + id);
        }
    }

    /** The same was sent before; the view is the thing as it is now. */
    record Repeated<V>(UUID id, V view) implements Outcome<V> {

        static final String VERDICT = "duplicate";

        @Override
        public String verdict() {
            return VERDICT;
        }

        @Override
        public RestResponse<V> answer(String location) {
            return Outcome.answer(200, view, location + id);
        }
    }

    /** Nothing was kept. */
    record Rejected<V>(Problem problem) implements Outcome<V> {

        static final String CONFLICT = "conflict";
        static final String VERDICT = "rejected";

        @Override
        public String verdict() {
            return problem.type() == ProblemType.REFERENCE_CONFLICT ? CONFLICT : VERDICT;
        }

        @Override
        public RestResponse<V> answer(String location) {
            throw problem;
        }
    }

    /** By header: ResponseBuilder.location would need the request, which another thread may answer. */
    private static <V> RestResponse<V> answer(int httpStatus, V view, String location) {
        return ResponseBuilder.<V>create(RestResponse.Status.fromStatusCode(httpStatus), view)
                .header("Location", location)
                .build();
    }
}
