package kz.qadam.enrolment.personrecords;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.trail.SubjectReading;
import kz.qadam.enrolment.enrolments.EnrolmentRecord;
import kz.qadam.enrolment.learners.HeldNumber;
import kz.qadam.enrolment.learners.TemporaryBlock;
import kz.qadam.enrolment.learners.TemporaryBlockRows;
import kz.qadam.enrolment.merges.Merge;
import kz.qadam.enrolment.merges.MergeRows;
import kz.qadam.enrolment.merges.Split;
import kz.qadam.enrolment.merges.SplitRows;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** What this service holds of a person. */
@Schema(
        name = "PersonRecord",
        description =
                "Everything that enrolment-service holds of a person. Completions are held by progress-service, and"
                        + " readings of evidence and receipts by reporting-service: ask them with the learnerId.")
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

        @Schema(description = "The merges with this learnerId that were undone.")
        List<Split> splits,

        List<EnrolmentRecord> enrolments,

        @Schema(
                description = "Who has read single records of the person in enrolment-service: the newest 1000, the"
                        + " oldest first. Lists of enrolments are not among them. A reading is here a second later.")
        List<SubjectReading> readings) {

    static PersonRecordView notHeld(PersonRecordPost asked, Instant now) {
        return new PersonRecordView(
                false,
                asked.requestedBy(),
                asked.request(),
                now,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static PersonRecordView of(Handle database, UUID learner, PersonRecordPost asked, Instant now) {
        List<Merge> merges = MergeRows.into(database, learner);
        List<EnrolmentRecord> enrolments = EnrolmentRecord.ofLearner(database, learner);
        return new PersonRecordView(
                true,
                asked.requestedBy(),
                asked.request(),
                now,
                learner,
                TemporaryBlockRows.find(database, learner).orElse(null),
                HeldNumber.ofPerson(database, learner),
                merges,
                SplitRows.ofLearner(database, learner),
                enrolments,
                SubjectReading.of(database, subjectIds(learner, merges, enrolments)));
    }

    /** The ids under which records of the person can be read. */
    private static List<UUID> subjectIds(UUID learner, List<Merge> merges, List<EnrolmentRecord> enrolments) {
        return Stream.of(
                        Stream.of(learner),
                        merges.stream().map(Merge::absorbed),
                        enrolments.stream().map(EnrolmentRecord::id))
                .flatMap(ids -> ids)
                .toList();
    }
}
