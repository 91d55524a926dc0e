package kz.qadam.progress.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.http.version.NamedDocumentRows;
import kz.qadam.progress.xapi.reading.Platform;
import kz.qadam.progress.xapi.reading.PlatformProfile;
import org.jdbi.v3.core.Handle;

/** The saved profiles of the platforms of institutions. */
final class PlatformRows {

    /** A saved profile. */
    record Saved(String name, int version, PlatformProfile profile) {

        private static Saved of(NamedDocumentRows.Saved saved) {
            try {
                return new Saved(
                        saved.name(), saved.version(), JSON.readValue(saved.document(), PlatformProfile.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A saved profile cannot be read", e);
            }
        }
    }

    // Not the strict mapper for input: what was saved must be readable again.
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NamedDocumentRows documents;

    PlatformRows(Handle database, String institution) {
        documents = new NamedDocumentRows(database, "xapi_platform", Map.of("institution", institution));
    }

    List<Saved> all() {
        return documents.all().stream().map(Saved::of).toList();
    }

    /** All of them, as rules read statements by them. */
    List<Platform> platforms() {
        return all().stream()
                .map(one -> new Platform(one.name(), one.profile()))
                .toList();
    }

    Optional<Saved> find(String name) {
        return documents.find(name).map(Saved::of);
    }

    /** Until the transaction ends, nobody else changes it. */
    Optional<Saved> lock(String name) {
        return documents.lock(name).map(Saved::of);
    }

    /** Returns false if there is one of this name already. */
    boolean insert(String name, PlatformProfile profile, Instant now) {
        return documents.insert(name, write(profile), now);
    }

    void replace(String name, PlatformProfile profile, Instant now) {
        documents.replace(name, write(profile), now);
    }

    private static String write(PlatformProfile profile) {
        try {
            return JSON.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile is always written", e);
        }
    }
}
