package kz.qadam.enrolment.completions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.kafka.ContradictingEvent;
import kz.qadam.chassis.kafka.UnreadableEvent;

/** The part of a completion's event that the status of an enrolment depends on; anything else in it is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CompletionEvent(UUID completionId, UUID enrolmentId, String status, int version) {

    static final Set<String> TYPES = Set.of(
            "kz.qadam.completion.recorded.v1",
            "kz.qadam.completion.corrected.v1",
            "kz.qadam.completion.revoked.v1",
            "kz.qadam.completion.refused.v1");

    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";

    private static final Set<String> STATUSES = Set.of(ACCEPTED, "pending", REFUSED, "revoked");

    /** Not the service's own, which is strict: an event may grow. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    CompletionEvent {
        if (completionId == null || enrolmentId == null) {
            throw new UnreadableEvent("completionId or enrolmentId is missing.");
        }
        if (!STATUSES.contains(status)) {
            throw new UnreadableEvent("status is none that is known here.");
        }
        if (version < 1) {
            throw new UnreadableEvent("version is missing, or not positive.");
        }
    }

    /** @throws UnreadableEvent if it does not keep its contract */
    static CompletionEvent read(String json) {
        try {
            CompletionEvent event = JSON.readValue(json, CompletionEvent.class);
            if (event == null) {
                throw new UnreadableEvent("It is null.");
            }
            return event;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof UnreadableEvent reason) {
                throw reason;
            }
            throw new UnreadableEvent("It is not JSON of the contract's form.");
        }
    }

    boolean isAccepted() {
        return status.equals(ACCEPTED);
    }

    /**
     * Of two about the same completion the one with the higher version.
     *
     * @throws ContradictingEvent if the same version is told in two ways, as far as they matter here
     */
    CompletionEvent newer(CompletionEvent other) {
        if (version == other.version
                && !(enrolmentId.equals(other.enrolmentId) && isAccepted() == other.isAccepted())) {
            throw new ContradictingEvent();
        }
        return version < other.version ? other : this;
    }
}
