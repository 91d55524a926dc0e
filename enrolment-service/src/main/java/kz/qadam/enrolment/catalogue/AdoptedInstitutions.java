package kz.qadam.enrolment.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the published states of institutions. */
final class AdoptedInstitutions {

    private static final String WRITE = """
            insert into institution (code, id, bin, owner, kind, name_kk, name_ru, name_en, region, status, version, recorded_at)
            values (:code, :id, :bin, :owner, :kind, :kk, :ru, :en, :region, :status, :version, :time)
            on conflict (code) do update
               set bin = excluded.bin, owner = excluded.owner, kind = excluded.kind, name_kk = excluded.name_kk,
                   name_ru = excluded.name_ru, name_en = excluded.name_en, region = excluded.region,
                   status = excluded.status, version = excluded.version, recorded_at = excluded.recorded_at, trace = null
             where institution.version < excluded.version
            """;

    private AdoptedInstitutions() {}

    static void write(Handle database, Institution.State state, Instant time) {
        int written = state.names()
                .bindTo(database.createUpdate(WRITE))
                .bind("code", state.code())
                .bind("id", UUID.randomUUID())
                .bind("bin", state.bin())
                .bind("owner", state.owner())
                .bind("kind", state.kind().name())
                .bind("region", state.region())
                .bind("status", state.status().name())
                .bind("version", state.version())
                .bind("time", time)
                .execute();
        if (written > 0 && state.bases() != null) {
            AdoptedLegalBases.write(database, state.code(), state.bases(), time);
        }
    }
}
