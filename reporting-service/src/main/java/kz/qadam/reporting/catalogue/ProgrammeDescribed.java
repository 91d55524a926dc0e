package kz.qadam.reporting.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.qadam.chassis.events.event.MayBeAbsent;

/** The data of {@code kz.qadam.catalogue.programme-described.v1}: all versions of the programme. */
public record ProgrammeDescribed(String code, long version, List<Version> versions) implements CatalogueEvent {

    /** One version of the programme. */
    public record Version(
            long version,
            LocalDate startsOn,
            LocalDate horizon,
            List<Programme.Milestone> milestones,
            ZoneId zone,
            @MayBeAbsent Instant recordedAt) {

        public Version {
            require(version >= 1, "version is not a whole number from 1.");
        }
    }

    public ProgrammeDescribed {
        require(!versions.isEmpty(), "versions is empty.");
    }

    /** The last version of the programme, which is in force. */
    public Programme inForce() {
        Version last = versions.get(versions.size() - 1);
        return new Programme(
                code,
                last.version(),
                last.startsOn(),
                last.horizon(),
                last.milestones(),
                last.zone().getId());
    }
}
