package kz.qadam.enrolment.catalogue;

import java.time.Instant;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/** Writes the published states of cohorts. Why the office made a version is not published. */
final class AdoptedCohorts {

    /** A new one is the last in the list. */
    private static final String COHORT = """
            insert into cohort (code, place, name_kk, name_ru, name_en, version, recorded_at, withdrawn, first_version)
            values (:code, (select coalesce(max(place), 0) + 1 from cohort), :kk, :ru, :en, :version, :time, :withdrawn, :first)
            on conflict (code) do update
               set name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
                   version = excluded.version, recorded_at = excluded.recorded_at, trace = null,
                   withdrawn = excluded.withdrawn, first_version = excluded.first_version
             where cohort.version < excluded.version
            """;

    private static final String VERSION = """
            insert into cohort_version (cohort, version, valid_from, target, courses, min_courses, hours, reason, recorded_at,
                                        plan)
            values (:code, :version, :validFrom, :target, :courses, :minCourses, :hours, :reason, :recordedAt,
                    cast(:json as jsonb))
            on conflict (cohort, version) do nothing
            """;

    private AdoptedCohorts() {}

    static void write(Handle database, Cohort.State state, Instant time) {
        int firstVersion = state.versions().stream()
                .mapToInt(Cohort.VersionState::version)
                .min()
                .orElse(state.version());
        state.names()
                .bindTo(database.createUpdate(COHORT))
                .bind("code", state.code())
                .bind("version", state.version())
                .bind("time", time)
                .bind("withdrawn", Boolean.TRUE.equals(state.withdrawn()))
                .bind("first", firstVersion)
                .execute();
        state.versions().forEach(version -> write(database, state.code(), version));
    }

    private static void write(Handle database, String cohort, Cohort.VersionState version) {
        Requirement requirement = version.requirement();
        database.createUpdate(VERSION)
                .bind("code", cohort)
                .bind("version", version.version())
                .bind("validFrom", version.validFrom())
                .bind("target", version.target())
                .bindArray(
                        "courses",
                        String.class,
                        requirement.courses() == null
                                ? null
                                : requirement.courses().toArray())
                .bind("minCourses", requirement.minCourses())
                .bind("hours", requirement.hours())
                .bind("reason", Adoption.RESTORED)
                .bind("recordedAt", version.recordedAt())
                .bind("json", version.plan() == null ? null : EventJson.write(version.plan()))
                .execute();
    }
}
