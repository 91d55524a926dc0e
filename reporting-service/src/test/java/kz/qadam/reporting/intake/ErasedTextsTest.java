package kz.qadam.reporting.intake;

import java.util.Set;
import kz.qadam.chassis.testing.TextColumnRules;
import kz.qadam.reporting.ReportingTest;

@ReportingTest
class ErasedTextsTest extends TextColumnRules {

    @Override
    protected Set<String> free() {
        return names("""
                catalogue_fact.code catalogue_fact.data catalogue_fact.kind
                completion_fact.attributes enrolment_fact.attributes trained_fact.attributes
                completion_fact.because completion_fact.cause completion_fact.cohort completion_fact.course
                completion_fact.institution completion_fact.region completion_fact.status
                archive_salt.subject
                dead_letter_span.outcome dead_letter_span.reason dead_letter_span.resolved_by dead_letter_span.subject
                enrolment_fact.cause enrolment_fact.cohort enrolment_fact.course enrolment_fact.institution
                enrolment_fact.region erased_completion.reference evaluated.cohort evaluated.data evaluation_arrival.cohort
                event_log.key event_log.source event_log.subject event_log.topic event_log.type
                hint_settlement.kind hint_settlement.outcome hint_settlement.settled_by
                institution_key.institution institution_key.only_for institution_key.sha256
                outbox_event.data sent_event.data
                publication.body publication.name publication.published_by
                recount.awaited recount.cohort recount.instance recount.requested_by recount.result
                release.body release.digest release_series.opened_by release_series.rhythm
                rollup_cell.cause rollup_cell.cohort rollup_cell.grain rollup_cell.place
                rollup_cell_past.cause rollup_cell_past.cohort rollup_cell_past.grain rollup_cell_past.place
                tally.institution
                trained_fact.cause trained_fact.cohort trained_fact.course trained_fact.institution trained_fact.region
                worklist.closed_by worklist.cohort worklist.drawn_by worklist.region worklist.seed
                worklist_finding.found_by worklist_finding.outcome worklist_record.institution
                """);
    }

    @Override
    protected Set<String> erased() {
        return names(
                "archive_salt.salt event_log.data completion_fact.reference enrolment_fact.reference dead_letter.value"
                        + " hint_settlement.reason worklist_finding.note");
    }

    @Override
    protected String function() {
        return "erase_texts";
    }
}
