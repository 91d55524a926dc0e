package kz.qadam.chassis.desk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.trail.ActionLabel;
import kz.qadam.chassis.trail.SubjectReading;

/**
 * Who has read certain records, and when, as a table of a page.
 *
 * @param id what labels the table
 * @param readings the oldest first
 */
public record ReadingsTable(DeskContext context, String id, List<Reading> readings) {

    /**
     * A reading.
     *
     * @param sender for which it was read; null for staff
     * @param asked the question, or the endpoint
     * @param isCertain whether the answer is known to have had such a record
     */
    public record Reading(
            Instant at, String actor, List<String> roles, String sender, String asked, boolean isCertain) {}

    /** The readings of single records. */
    public static ReadingsTable of(DeskContext context, String id, List<SubjectReading> readings) {
        return new ReadingsTable(
                context,
                id,
                readings.stream()
                        .map(one -> new Reading(
                                one.at(),
                                one.actor(),
                                one.roles(),
                                one.sender(),
                                ActionLabel.shown(one.action()),
                                true))
                        .toList());
    }

    public String say(String key) {
        return context.tell(Message.of("desk.readings." + key));
    }

    public String who(Reading one) {
        String named =
                Stream.of(one.sender, one.actor).filter(name -> name != null).collect(Collectors.joining(" · "));
        return named + " (" + String.join(", ", one.roles) + ")";
    }

    /** Whether the answer had such a record. */
    public String match(Reading one) {
        return say(one.isCertain ? "certain" : "possible");
    }
}
