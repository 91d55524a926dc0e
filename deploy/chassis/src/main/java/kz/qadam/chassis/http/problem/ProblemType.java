package kz.qadam.chassis.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.language.Message;
import org.eclipse.microprofile.config.ConfigProvider;

/** The catalogue of problems. Codes are part of the contract: new ones may be added, existing ones never change. */
public enum ProblemType {
    INVALID_REQUEST(400),
    UNAUTHORIZED(401),
    NEEDS_TOKEN(401),
    FORBIDDEN(403),
    NOT_YOURS(403),
    BEYOND_REGION(403),
    NOT_FOUND(404),
    UNKNOWN_CODE(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_SLOW(408),
    REFERENCE_CONFLICT(409),
    VERSION_CONFLICT(409),
    IN_USE(409),
    GONE(410),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    ENCODING(415),
    RULE_VIOLATED(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    ACCOUNTS_ELSEWHERE(501),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The most general problem of an HTTP status: the first of those that share it. */
    static Optional<ProblemType> of(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    /** The headers that an answer with this problem carries. */
    Map<String, String> headers() {
        return switch (this) {
            case UNAUTHORIZED, NEEDS_TOKEN -> Map.of("WWW-Authenticate", "Bearer");
            case TOO_MANY_REQUESTS, UNAVAILABLE -> Map.of("Retry-After", "1");
            default -> Map.of();
        };
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The short, human-readable summary. */
    public Message title() {
        return Message.of("problem." + code() + ".title");
    }

    /** What happened and what to do about it, for the page of the problem. */
    public Message help() {
        return Message.of("problem." + code() + ".help");
    }

    /** The stable code, such as {@code reference-conflict}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The URL that identifies the problem and opens its page. */
    public String url() {
        return Base.URL + "/problems/" + code();
    }

    /** Read once: the address does not change while a service runs. */
    private static final class Base {
        static final String URL = ConfigProvider.getConfig()
                .getOptionalValue("qadam.public-url", String.class)
                .orElse("");
    }
}
