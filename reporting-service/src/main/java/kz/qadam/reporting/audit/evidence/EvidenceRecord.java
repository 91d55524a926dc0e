package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import kz.qadam.reporting.rollup.fact.CompletionEventDetails;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A record behind a figure, and how it is read.
 *
 * @param details null if nothing else is stated of the completion, or if the learner is erased
 */
@Schema(
        name = "EvidenceRecord",
        description = "A record: a completion, its enrolment, and the events about both.",
        properties =
                @SchemaProperty(
                        name = OpenApiPlaceholders.ATTRIBUTES,
                        type = SchemaType.STRING,
                        description = "What the institution says of the enrolment besides; absent if it says nothing."))
public record EvidenceRecord(
        @Schema(description = "A pseudonym of the learner.") UUID learnerId,

        @Schema(description = "Other pseudonyms of the same person, which were merged into this one.")
        List<UUID> mergedFrom,

        String cohort,
        String region,
        String institution,
        String course,

        @JsonIgnore @Schema(hidden = true) Map<String, String> attributes,

        @Schema(
                description =
                        "The day of the completion; with trained: the day on which the learner became trained; with"
                                + " enrolled: the day of the enrolment.")
        LocalDate day,

        @Schema(description = "Null with enrolled.", nullable = true)
        UUID completionId,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        @Schema(
                description =
                        "True if the learner is erased: the record counts, its references are null, and what else was"
                                + " stated of the completion is left out. Else absent.")
        boolean erased,

        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String status,
        @JsonUnwrapped CompletionEventDetails details,
        @Schema(nullable = true) UUID enrolmentId,
        @Schema(nullable = true) String enrolmentReference,
        @Schema(nullable = true) LocalDate enrolledOn,

        @Schema(
                description = "The versions of the rules by which the learner is trained; null for other records.",
                nullable = true)
        Rule admittedBy,

        @Schema(description = "Why the figure does not count the record; null if it does.", nullable = true)
        String because,

        @Schema(description = "The batch since which the record is known in this state.")
        long batch,

        @Schema(description = "The instant of that batch.") Instant knownSince,

        List<Event> events) {

    /** What the institution says of the enrolment besides, each attribute under its name. */
    @JsonAnyGetter
    public Map<String, String> byAttribute() {
        return attributes;
    }

    /** Joins each row of the list with its completion, the event of that, and its enrolment. */
    static final String JOINED = """
            select listed.*, batch.instant, gone.learner is not null as erased,
                   case when gone.learner is null then completion.reference end as reference, completion.status,
                   completion.version as completion_version, joined.enrolment as enrolment_id,
                   case when gone.learner is null then joined.reference end as enrolment_reference, joined.enrolled_on, joined.version as enrolment_version,
                   array(select alias.learner from learner_alias alias
                          where alias.surviving = listed.learner and alias.learner <> listed.learner
                            and alias.from_batch <= :batch and alias.to_batch > :batch
                          order by alias.learner) as merged_from,
                   array[]::text[] as events{details}
              from (%s) as listed
              join intake_batch batch on batch.number = listed.from_batch
              left join blocked_learner gone on gone.learner = listed.learner and gone.erased
              left join completion_fact completion on completion.completion = listed.completion
                   and completion.from_batch <= :batch and completion.to_batch > :batch
              left join lateral (
                   select data::json as event from event_log
                    where subject = completion.completion::text and subject_version = completion.version
                      and gone.learner is null
                    order by batch limit 1) as stated on true
              left join enrolment_fact joined on joined.enrolment = coalesce(listed.enrolment, completion.enrolment)
                   and joined.from_batch <= :batch and joined.to_batch > :batch
             order by %s
            """.replace("{details}", EventDetailColumns.of("stated.event"));

    /** Refers to an event by its subject and version; the version is null if there is no such event. */
    record EventRef(String subject, Long version) {}

    /** A record, and the versions of its states, each of which refers to an event. */
    record Row(EvidenceRecord record, Long trainedVersion, Long completionVersion, Long enrolmentVersion) {

        Stream<EventRef> events() {
            return Stream.of(
                            new EventRef(record.learnerId() + "/" + record.cohort(), trainedVersion),
                            new EventRef(String.valueOf(record.completionId()), completionVersion),
                            new EventRef(String.valueOf(record.enrolmentId()), enrolmentVersion))
                    .filter(one -> one.version() != null);
        }
    }

    static final TableColumns<Row> ROW = TableColumns.of(
            Row.class,
            Map.of(
                    "learnerId", "learner",
                    "completionId", "completion",
                    "because", "excluded",
                    "batch", "from_batch",
                    "knownSince", "instant"));

    /** The versions of the rules by which a learner was judged. */
    @Schema(name = "EvidenceRule", description = "The versions of the rules by which the learner was judged.")
    public record Rule(
            @Schema(description = "The version of the requirement in force on the day.")
            Long requirementVersion,

            long programmeVersion,

            @Schema(description = "The newest version of the cohort that was known when the learner was judged.")
            long cohortVersion) {}

    /** An event about the record. */
    @Schema(name = "EvidenceEvent", description = "An event, with its topic, partition and offset in Kafka.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(UUID eventId, String type, long version, String topic, int partition, long offset) {

        /** Reads an event from a row of the event log; the row has the version of the subject as {@code version}. */
        static final TableColumns<Event> ROW = TableColumns.of(Event.class, Map.of("offset", "record_offset"));
    }
}
