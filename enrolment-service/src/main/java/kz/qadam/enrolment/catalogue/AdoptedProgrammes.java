package kz.qadam.enrolment.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the published states of the programme. */
final class AdoptedProgrammes {

    private static final String PROGRAMME = """
            insert into programme (code, version, recorded_at) values (:code, :version, :time)
            on conflict (code) do update
               set version = excluded.version, recorded_at = excluded.recorded_at, trace = null
             where programme.version < excluded.version
            """;

    private static final String VERSION = """
            insert into programme_version (programme, version, starts_on, horizon, zone, recorded_at)
            values (:code, :version, :startsOn, :horizon, :zone, :recordedAt)
            on conflict (programme, version) do nothing returning id
            """;

    private static final String MILESTONE = """
            insert into programme_milestone (programme_version, code, day) values (:of, :code, :on)
            """;

    private AdoptedProgrammes() {}

    static void write(Handle database, Programme.State state, Instant time) {
        database.createUpdate(PROGRAMME)
                .bind("code", state.code())
                .bind("version", state.version())
                .bind("time", time)
                .execute();
        state.versions().forEach(version -> write(database, state.code(), version));
    }

    private static void write(Handle database, String programme, Programme.VersionState version) {
        database.createQuery(VERSION)
                .bind("code", programme)
                .bind("version", version.version())
                .bind("startsOn", version.startsOn())
                .bind("horizon", version.horizon())
                .bind("zone", version.zone())
                .bind("recordedAt", version.recordedAt())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(id -> version.milestones()
                        .forEach(milestone -> database.createUpdate(MILESTONE)
                                .bind("of", id)
                                .bind("code", milestone.code())
                                .bind("on", milestone.on())
                                .execute()));
    }
}
