package kz.qadam.enrolment.learners;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** That the vault holds a number of a person; the number itself stays in the vault. */
@Schema(
        description = "That a number of the person, an IIN or the number of a document, is held encrypted. The number"
                + " itself is in no answer.")
public record HeldNumber(
        @Schema(
                description = "The learner who was created for the number.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID learnerId,

        @Schema(description = "Since when.", examples = "2026-02-01T09:15:00Z")
        Instant recordedAt) {

    private static final TableColumns<HeldNumber> COLUMNS =
            TableColumns.of(HeldNumber.class, Map.of("learnerId", "id"));

    private static final String OF_PERSON = """
            select %s from learner
             where sealed is not null
               and (id = :surviving or id in (select absorbed from learner_merge where surviving = :surviving))
             order by recorded_at, id
            """.formatted(COLUMNS.names());

    /** The numbers of a person, also those by which merged learners were created. */
    public static List<HeldNumber> ofPerson(Handle database, UUID surviving) {
        return database.createQuery(OF_PERSON)
                .bind("surviving", surviving)
                .map(COLUMNS)
                .list();
    }
}
