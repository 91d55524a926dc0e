package kz.qadam.chassis.submissions.submission;

import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The outcome of one submitted item. */
public sealed interface Outcome<V> {

    /** The verdict, as used in answers, tallies and metrics. */
    String verdict();

    /**
     * The recorded resource in its current state.
     *
     * @throws Problem if nothing was kept
     */
    V view();

    /** The id of what was kept; empty if nothing was. */
    default Optional<UUID> keptAs() {
        return Optional.empty();
    }

    /**
     * The answer to a single item: 201 or 200 with the recorded resource and its address.
     *
     * @param location the address of resources of this kind, such as {@code /v1/things/}
     * @throws Problem if nothing was kept
     */
    RestResponse<V> answer(String location);

    /**
     * The item was kept and changed something.
     *
     * @param httpStatus 201 if something new was created, else 200
     * @param verdict the verdict in a batch, such as {@code accepted}
     * @param id null if its code is its address
     */
    record Kept<V>(int httpStatus, String verdict, UUID id, V view) implements Outcome<V> {

        @Override
        public Optional<UUID> keptAs() {
            return Optional.ofNullable(id);
        }

        @Override
        public RestResponse<V> answer(String location) {
            return Outcome.answer(httpStatus, view, location + id);
        }
    }

    /**
     * The same item was sent before; the view is the current state of the resource.
     *
     * @param id null if its code is its address
     */
    record Repeated<V>(UUID id, V view) implements Outcome<V> {

        static final String VERDICT = "duplicate";

        @Override
        public String verdict() {
            return VERDICT;
        }

        @Override
        public Optional<UUID> keptAs() {
            return Optional.ofNullable(id);
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

        /** The code of the fault that a person is blocked. */
        public static final String BLOCKED = "learner-unavailable";

        /** Whether it says that a person is blocked. */
        boolean saysBlocked() {
            return problem.errors().stream()
                    .anyMatch(fault -> fault.text().code().equals(BLOCKED));
        }

        @Override
        public String verdict() {
            return problem.type() == ProblemType.REFERENCE_CONFLICT ? CONFLICT : VERDICT;
        }

        @Override
        public V view() {
            throw problem;
        }

        @Override
        public RestResponse<V> answer(String location) {
            throw problem;
        }
    }

    /** Sets the header directly: ResponseBuilder.location needs the request, and another thread may answer. */
    private static <V> RestResponse<V> answer(int httpStatus, V view, String location) {
        return ResponseBuilder.<V>create(RestResponse.Status.fromStatusCode(httpStatus), view)
                .header("Location", location)
                .build();
    }
}
