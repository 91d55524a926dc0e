package kz.qadam.progress.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.time.LocalDate;
import java.util.List;

/** The members of {@code kz.qadam.catalogue.programme-described.v1} that this service uses. */
public record ProgrammeDescribed(String code, int version, List<Version> versions) {

    /** The days of one version of the programme. */
    public record Version(int version, LocalDate startsOn, LocalDate horizon) {}

    public ProgrammeDescribed {
        require(!versions.isEmpty(), "versions is empty.");
    }

    Version versionInForce() {
        return versions.get(versions.size() - 1);
    }
}
