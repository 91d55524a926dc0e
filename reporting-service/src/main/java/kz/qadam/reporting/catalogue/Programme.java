package kz.qadam.reporting.catalogue;

import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.kafka.UnreadableEvent;
import kz.qadam.reporting.json.Members;

/** The programme in its newest version. */
public record Programme(
        String code, long version, LocalDate startsOn, LocalDate horizon, List<Milestone> milestones, String zone) {

    /** A goal on the way. */
    public record Milestone(String code, LocalDate on) {}

    /** Reads the data of {@code programme-described}: the last of its versions is in force. */
    public static Programme of(Members json) {
        List<Programme> versions = json.objects("versions", one -> version(json.text("code"), one));
        if (versions.isEmpty()) {
            throw new UnreadableEvent("versions is empty.");
        }
        return versions.get(versions.size() - 1);
    }

    private static Programme version(String code, Members json) {
        return new Programme(
                code,
                json.whole("version", 1),
                json.date("startsOn"),
                json.date("horizon"),
                json.objects("milestones", one -> new Milestone(one.text("code"), one.date("on"))),
                json.zone("zone").getId());
    }
}
