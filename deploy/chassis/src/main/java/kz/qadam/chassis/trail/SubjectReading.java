package kz.qadam.chassis.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** An entry of the trail which says that somebody read the record of a certain thing. */
@Schema(description = "Somebody read a single record.")
public record SubjectReading(
        @Schema(examples = "2026-04-02T09:15:00Z") Instant at,

        @Schema(
                description = "Who read it: the subject of the token, or the key.",
                examples = "institution-key/0197a1c2-5b1e-7c3d-9f10-2f6d8c1b7a55")
        String actor,

        @Schema(description = "The roles of the token.", examples = "[\"partner\"]")
        List<String> roles,

        @JsonProperty("institution")
        @Schema(nullable = true, description = "The institution of a partner.", examples = "school-42")
        String sender,

        @Schema(description = "The endpoint.", examples = "GET /v1/enrolments/{id}")
        String action) {

    /** The greatest number of readings in one answer. */
    private static final int MOST = 1000;

    private static final String NEWEST = """
            select * from (
                select id, at, actor, string_to_array(roles, ' ') as roles, institution, action
                  from trail
                 where subject = any(:subjects) and kind in ('read', 'export')
                 order by at desc, id desc limit :most) as newest
             order by at, id
            """;

    private static final TableColumns<SubjectReading> COLUMNS =
            TableColumns.of(SubjectReading.class, Map.of("sender", "institution"));

    /** The newest 1,000 readings of the records of these things, the oldest first. Lists have no single subject. */
    public static List<SubjectReading> of(Handle database, Collection<UUID> subjects) {
        return database.createQuery(NEWEST)
                .bindArray(
                        "subjects",
                        String.class,
                        subjects.stream().map(UUID::toString).toList())
                .bind("most", MOST)
                .map(COLUMNS)
                .list();
    }
}
