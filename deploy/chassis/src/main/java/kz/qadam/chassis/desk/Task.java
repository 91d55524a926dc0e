package kz.qadam.chassis.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import kz.qadam.chassis.base.language.Message;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that waits for the caller: how much of it, since when, and where it is dealt with. */
@Schema(name = "Task", description = "Something that waits for the caller, in the caller's role and region.")
public record Task(
        @Schema(description = "A stable code of what waits.", examples = "unreadable-events")
        String kind,

        @Schema(description = "How many things wait; at least 1.", examples = "2")
        long count,

        @Schema(
                nullable = true,
                description = "Since when the oldest of them waits; null if they do not wait for long.",
                examples = "2026-06-03T09:12:04Z")
        Instant oldest,

        @Schema(
                nullable = true,
                description = "The last day for the first of them; null if there is none.",
                examples = "2026-06-20")
        LocalDate until,

        @Schema(
                description = "Where it is dealt with: the path of a page or of an endpoint of this service.",
                examples = "/v1/enrolment-dead-letters")
        String link) {

    private static final String TEXTS = "task.";

    /** A task is of at least one thing, and its kind has a text. */
    public Task {
        if (count < 1) {
            throw new IllegalArgumentException("Nothing waits: " + kind);
        }
        Message.of(TEXTS + kind, count);
        Objects.requireNonNull(link, kind);
    }

    /** What waits, with the number. */
    @JsonIgnore
    public Message text() {
        return Message.of(TEXTS + kind, count);
    }
}
