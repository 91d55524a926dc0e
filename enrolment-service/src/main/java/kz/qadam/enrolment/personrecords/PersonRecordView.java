package kz.qadam.enrolment.personrecords;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.enrolments.EnrolmentRecord;
import kz.qadam.enrolment.learners.HeldNumber;
import kz.qadam.enrolment.learners.TemporaryBlock;
import kz.qadam.enrolment.learners.TemporaryBlocks;
import kz.qadam.enrolment.merges.Merge;
import kz.qadam.enrolment.merges.MergeRows;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** What this service holds of a person. */
@Schema(
        name = "PersonRecord",
        description =
                "Everything that enrolment-service holds of a person. Completions are held by progress-service, and"
                        + " who has read records by reporting-service: ask them with the learnerId.")
record PersonRecordView(
        @Schema(description = "Whether anything is held. If not, there is no learnerId, and the lists are empty.")
        boolean held,

        @Schema(examples = "self") Requester requestedBy,

        @Schema(nullable = true, examples = "IN-2026-117") String request,

        @Schema(examples = "2026-04-02T09:15:00Z") Instant answeredAt,

        @Schema(
                nullable = true,
                description = "The random id under which everything is kept instead of the number.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID learnerId,

        @Schema(nullable = true, description = "If the person is blocked for a time.")
        TemporaryBlock block,

        @Schema(description = "The numbers that are held encrypted; several after a merge.")
        List<HeldNumber> numbers,

        @Schema(description = "The merges after which this learnerId represents the person.")
        List<Merge> merges,

        List<EnrolmentRecord> enrolments) {

    static PersonRecordView notHeld(PersonRecordPost asked, Instant now) {
        return new PersonRecordView(
                false, asked.requestedBy(), asked.request(), now, null, null, List.of(), List.of(), List.of());
    }

    static PersonRecordView of(Handle database, UUID learner, PersonRecordPost asked, Instant now) {
        return new PersonRecordView(
                true,
                asked.requestedBy(),
                asked.request(),
                now,
                learner,
                TemporaryBlocks.find(database, learner).orElse(null),
                HeldNumber.ofPerson(database, learner),
                MergeRows.into(database, learner),
                EnrolmentRecord.ofLearner(database, learner));
    }
}
