package kz.qadam.reporting.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import kz.qadam.reporting.asof.Moment;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Renders an answer once, and sends the same bytes to all who ask the same of the same batch. */
@ApplicationScoped
class Rendered {

    /** Everything that an answer depends on; what is known at a batch never changes. */
    private record Question(Moment moment, List<Because> live, Head.Audience audience, String asked) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared; its ETag stands for it.
    private record Body(byte[] bytes, String etag) {}

    private static final int MOST_BYTES = 32 << 20;

    private final ObjectMapper json;
    private final Cache<Question, Body> bodies = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Question question, Body body) -> body.bytes().length + 500)
            .build();

    Rendered(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param asked the rest of the question
     * @param ifNoneMatch the ETags that the caller has, or null
     */
    RestResponse<byte[]> answer(
            Moment moment,
            List<Because> live,
            Head.Audience audience,
            String asked,
            String ifNoneMatch,
            Supplier<Object> answer) {
        Body body = bodies.get(new Question(moment, live, audience, asked), question -> render(audience, answer.get()));
        ResponseBuilder<byte[]> response = matches(ifNoneMatch, body.etag())
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(body.bytes());
        return response.header("ETag", body.etag())
                .header("Vary", "Authorization")
                .header("Cache-Control", (audience == Head.Audience.exact ? "private" : "public") + ", no-cache")
                .build();
    }

    private Body render(Head.Audience audience, Object answer) {
        try {
            byte[] bytes = json.writeValueAsBytes(answer);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Body(bytes, "\"" + audience + "-" + HexFormat.of().formatHex(digest) + "\"");
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("An answer cannot be rendered", e);
        }
    }

    private static boolean matches(String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || List.of(ifNoneMatch.split("\\s*,\\s*")).contains(etag)
                        || List.of(ifNoneMatch.strip().split("\\s*,\\s*")).contains("W/" + etag));
    }
}
