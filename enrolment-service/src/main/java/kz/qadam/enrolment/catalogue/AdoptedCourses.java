package kz.qadam.enrolment.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the published states of courses. */
final class AdoptedCourses {

    private static final String WRITE = """
            insert into course (code, id, name_kk, name_ru, name_en, hours, area, version, recorded_at)
            values (:code, :id, :kk, :ru, :en, :hours, :area, :version, :time)
            on conflict (code) do update
               set name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
                   hours = excluded.hours, area = excluded.area, version = excluded.version,
                   recorded_at = excluded.recorded_at, trace = null
             where course.version < excluded.version
            """;

    private AdoptedCourses() {}

    static void write(Handle database, Course.State state, Instant time) {
        state.titles()
                .bindTo(database.createUpdate(WRITE))
                .bind("code", state.code())
                .bind("id", UUID.randomUUID())
                .bind("hours", state.hours())
                .bind("area", state.area().name())
                .bind("version", state.version())
                .bind("time", time)
                .execute();
    }
}
