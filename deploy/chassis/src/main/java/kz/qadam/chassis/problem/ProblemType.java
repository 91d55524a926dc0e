package kz.qadam.chassis.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The catalogue of errors. Codes are part of the contract: they are added to, never changed. */
public enum ProblemType {
    INVALID_REQUEST(
            400,
            "The request cannot be read",
            "The body or a parameter does not fit the schema: wrong syntax, a missing, unknown, doubled or mistyped"
                    + " member, a date that is none. Mend what errors names and send it again; nothing was kept."),
    UNAUTHORIZED(
            401,
            "A valid bearer token is needed",
            "Send the header Authorization: Bearer with a token of the programme's issuer that has not expired."),
    FORBIDDEN(403, "The token does not allow this", "The call needs another role than the token carries."),
    NOT_YOURS(
            403,
            "Another institution's",
            "A partner acts for the institution named in its token only; leave the member institution out."),
    NOT_FOUND(404, "There is nothing here", "No such thing, or none that this token may see."),
    UNKNOWN_CODE(404, "Unknown code", "The code in the path or in a filter is not in the catalogue."),
    METHOD_NOT_ALLOWED(405, "This method is not offered here", "See /q/openapi for the methods of this path."),
    NOT_ACCEPTABLE(406, "No such representation", "The Accept header names no media type that is offered here."),
    REFERENCE_CONFLICT(
            409,
            "The reference is taken by other content",
            "This reference was sent before with other content. What was kept stays as it is; errors names the members"
                    + " that differ. Use a new reference, or a correction."),
    VERSION_CONFLICT(
            409,
            "The version is not current",
            "Somebody changed it meanwhile. Read it again, and send the correction for its current version."),
    IN_USE(
            409,
            "In use, so it cannot change",
            "What was recorded with it would change its meaning. Give the new content a new code."),
    GONE(410, "No longer answerable", "The history that this instant asks for is not kept by this installation."),
    PRECONDITION_FAILED(
            412,
            "It changed meanwhile",
            "The If-Match header does not name the current version. Read it again and repeat the change."),
    TOO_LARGE(
            413,
            "Too large",
            "A batch may hold 10,000 items and 10 MiB. Send it in parts; the same references make that safe."),
    UNSUPPORTED_MEDIA(
            415, "This media type is not read here", "Send application/json, application/x-ndjson or text/csv."),
    ENCODING(
            415,
            "The text is not UTF-8",
            "Save the file as UTF-8; in Excel choose the type \"CSV UTF-8 (Comma delimited)\"."),
    RULE_VIOLATED(
            422,
            "Readable, but refused",
            "The content breaks a rule: an unknown course, a wrong check digit, a day after today. Nothing was kept and"
                    + " the reference stays free."),
    PRECONDITION_REQUIRED(
            428, "If-Match is needed", "Replacing needs the header If-Match with the ETag of what you read."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says, and send it again."),
    INTERNAL(500, "Something went wrong here", "The fault is ours. Sending the same again is safe."),
    UNAVAILABLE(
            503,
            "Not available just now",
            "Wait as long as Retry-After says, and send the same again: what was kept is not kept twice.");

    private final int status;
    private final String title;
    private final String help;

    ProblemType(int status, String title, String help) {
        this.status = status;
        this.title = title;
        this.help = help;
    }

    /** The plainest problem of an HTTP status: the first of those that share it. */
    static Optional<ProblemType> of(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    /** The headers that an answer with this problem carries. */
    Map<String, String> headers() {
        return switch (this) {
            case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
            case TOO_MANY_REQUESTS, UNAVAILABLE -> Map.of("Retry-After", "1");
            default -> Map.of();
        };
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The short, human-readable summary. */
    public String title() {
        return title;
    }

    /** What happened and what to do about it, for the problem's page. */
    public String help() {
        return help;
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
