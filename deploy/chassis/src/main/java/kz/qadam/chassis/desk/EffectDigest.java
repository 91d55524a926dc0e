package kz.qadam.chassis.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.chassis.base.crypto.Sha256;

/** Names what a form would do, so that only what was shown is confirmed. */
@ApplicationScoped
public class EffectDigest {

    private final ObjectMapper json;

    EffectDigest(ObjectMapper json) {
        this.json = json;
    }

    /** Two effects share it only if they are shown alike. */
    public String of(Object effect) {
        try {
            return Sha256.hex(json.writeValueAsBytes(effect));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What an answer shows can be written", e);
        }
    }
}
