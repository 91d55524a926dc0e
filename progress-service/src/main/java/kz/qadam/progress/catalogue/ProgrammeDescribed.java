package kz.qadam.progress.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/** What this service relies on in {@code kz.qadam.catalogue.programme-described.v1}. */
public record ProgrammeDescribed(String code, int version, List<Version> versions) {

    /** The days of one version of the programme. */
    public record Version(int version, LocalDate startsOn, LocalDate horizon) {
        public Version {
            requireNonNull(startsOn, "startsOn");
            requireNonNull(horizon, "horizon");
        }
    }

    public ProgrammeDescribed {
        requireNonNull(code, "code");
        versions = List.copyOf(requireNonNull(versions, "versions"));
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("It has no version");
        }
    }

    Version inForce() {
        return versions.get(versions.size() - 1);
    }
}
