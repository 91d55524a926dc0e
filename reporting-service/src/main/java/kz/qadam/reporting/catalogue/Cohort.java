package kz.qadam.reporting.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.json.Members;

/** A cohort with all versions of its target. */
public record Cohort(String code, long version, Names names, List<Version> versions) {

    /**
     * What holds from a day on.
     *
     * @param target how many people are to be trained; null: there is no target, which is not zero
     */
    public record Version(long version, LocalDate validFrom, Long target) {}

    /** Reads the data of {@code cohort-described}. */
    public static Cohort of(Members json) {
        return new Cohort(
                json.text("code"),
                json.whole("version", 1),
                Names.of(json.object("names")),
                json.objects("versions", Cohort::version));
    }

    private static Version version(Members json) {
        requirement(json.object("requirement"));
        return new Version(
                json.whole("version", 1),
                json.date("validFrom"),
                json.has("target") ? (Long) json.whole("target", 0) : null);
    }

    /** The figures do not need it; the recount does, and relies on what was let in. */
    private static void requirement(Members json) {
        if (json.has("courses")) {
            json.texts("courses");
        }
        if (json.has("minCourses")) {
            json.whole("minCourses", 1);
        }
        if (json.has("hours")) {
            json.whole("hours", 1);
        }
    }

    /** The target in force on a day: of the newest validity, and of two with one day the later recorded. */
    public Long targetOn(LocalDate day) {
        Optional<Version> inForce = versions.stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::version));
        return inForce.map(Version::target).orElse(null);
    }
}
