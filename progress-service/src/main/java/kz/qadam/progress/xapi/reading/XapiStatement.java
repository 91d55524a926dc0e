package kz.qadam.progress.xapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.base.personal.PersonalText;

/**
 * A statement as it was sent. Members that are absent or of another type are read as null.
 *
 * @param json an object
 */
public record XapiStatement(JsonNode json) {

    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    /** Which version of event-routing-backends of Open edX has made it. */
    private static final String TRANSFORMER = "https://w3id.org/xapi/openedx/extension/transformer-version";

    private static final Pattern VERSION = Pattern.compile(".*@(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*");
    private static final int LONGEST_TITLE = 200;

    /** The id that the sender has given; empty if there is none. */
    public Optional<UUID> id() {
        String text = text(json.path("id"));
        return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    /** Whether it has an id that is no UUID, or is none in the usual form. */
    public boolean hasBadId() {
        JsonNode id = json.path("id");
        if (id.isMissingNode() || id.isNull()) {
            return false;
        }
        try {
            return !id.isTextual()
                    || !UUID.fromString(id.textValue()).toString().equalsIgnoreCase(id.textValue());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** The same for the same statement: of what a statement without an id is known again. */
    public String identity() {
        return String.join(
                "\n",
                json.path("actor").path("account").toString(),
                verb(),
                activity(),
                json.path("timestamp").asText());
    }

    String verb() {
        return json.path("verb").path("id").asText("");
    }

    StatementActor actor() {
        return StatementActor.of(json.path("actor"));
    }

    JsonNode object() {
        return json.path("object");
    }

    String activity() {
        return object().path("id").asText("");
    }

    String type() {
        return object().path("definition").path("type").asText("");
    }

    boolean isStatement() {
        return !verb().isEmpty() && !activity().isEmpty();
    }

    boolean isVoiding() {
        return verb().equals(VOIDED) && object().path("objectType").asText().equals("StatementRef");
    }

    /** Of one of its languages; null if it has none, or if it may name a person. */
    String title() {
        JsonNode names = object().path("definition").path("name");
        if (!names.isObject() || names.isEmpty()) {
            return null;
        }
        String title = names.elements().next().asText("").strip();
        return title.isEmpty() || PersonalNumber.isIn(title) || PersonalText.isIn(title)
                ? null
                : title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }

    boolean hasTimestamp() {
        return json.hasNonNull("timestamp");
    }

    /** Empty if it cannot be read, or has no offset. */
    Optional<Instant> timestamp() {
        try {
            return Optional.of(OffsetDateTime.parse(
                            json.path("timestamp").asText().strip().replace(' ', 'T'),
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean namesTransformer() {
        return json.path("context").path("extensions").has(TRANSFORMER);
    }

    /** Whether Open edX has made it by this version of event-routing-backends, or a later one. */
    boolean isOfTransformerFrom(int major, int minor, int patch) {
        Matcher version = VERSION.matcher(
                json.path("context").path("extensions").path(TRANSFORMER).asText(""));
        if (!version.matches()) {
            return false;
        }
        int[] least = {major, minor, patch};
        for (int i = 0; i < least.length; i++) {
            int part = Integer.parseInt(version.group(i + 1));
            if (part != least[i]) {
                return part > least[i];
            }
        }
        return true;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }

    /** Not the content, which may say who somebody is. */
    @Override
    public String toString() {
        return "Statement " + verb();
    }
}
