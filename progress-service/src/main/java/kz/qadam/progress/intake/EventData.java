package kz.qadam.progress.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import kz.qadam.chassis.kafka.UnreadableEvent;

/** Reads the data of other services' events: what is not asked for is ignored, so that they may add to it. */
final class EventData {

    private static final ObjectReader READER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .reader();

    private EventData() {}

    /**
     * The data as what this service relies on.
     *
     * @throws UnreadableEvent if it does not keep the contract; the reason repeats none of its content
     */
    static <T> T read(String json, Class<T> type) {
        try {
            T data = READER.forType(type).readValue(json);
            if (data == null) {
                throw new UnreadableEvent("Its data is null.");
            }
            return data;
        } catch (JsonProcessingException e) {
            String reason = e.getCause() instanceof NullPointerException missing
                    ? missing.getMessage() + " is missing"
                    : e.getClass().getSimpleName();
            throw new UnreadableEvent("Its data cannot be read as " + type.getSimpleName() + ": " + reason + ".");
        }
    }
}
