package kz.qadam.enrolment.erasure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import kz.qadam.chassis.testing.TextColumnRules;
import kz.qadam.local.QadamBackends;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ErasedTextsTest extends TextColumnRules {

    @Override
    protected Set<String> free() {
        return names("""
                account.link_sha256
                blocked_learner.blocked_by blocked_learner.lifted_by blocked_learner.reason blocked_learner.trace
                cohort.code cohort.name_en cohort.name_kk cohort.name_ru cohort.trace
                cohort_version.cohort cohort_version.courses cohort_version.plan cohort_version.reason
                course.area course.code course.name_en course.name_kk course.name_ru course.trace
                declared_basis.basis declared_basis.cohort declared_basis.declared_by declared_basis.document
                declared_basis.institution
                enrolment.by_role enrolment.cohort enrolment.course enrolment.event enrolment.institution enrolment.language
                enrolment.region enrolment.sent_region enrolment.trace enrolment_standing.whose
                erasure.reason erasure.requested_by erasure.state erasure.trace
                erasure_task.confirmed_by erasure_task.enrolment_references erasure_task.institution erasure_task.outcome
                former_enrolment.by_role former_enrolment.cohort former_enrolment.course former_enrolment.event
                former_enrolment.language former_enrolment.region former_enrolment.sent_region
                institution.bin institution.code institution.kind institution.name_en institution.name_kk
                institution.name_ru institution.owner institution.region institution.status institution.trace
                institution_key.created_by institution_key.institution institution_key.only_for institution_key.label
                institution_key.revocation_reason institution_key.revoked_by institution_key.sha256 institution_key.trace
                learner_key.hash learner_key.key_id
                merge_due.asked_by learner_merge.decided_by learner_merge.trace
                learner_split.decided_by learner_split.merge_decided_by learner_split.trace
                programme.code programme.trace programme_milestone.code programme_version.programme programme_version.zone
                retired_key.id retired_key.purpose
                vault_instance.cipher_key vault_instance.instance vault_instance.lookup_key
                """);
    }

    @Override
    protected Set<String> erased() {
        return names("""
                learner.cipher_key learner.nonce learner.sealed
                enrolment.reference enrolment.reason enrolment.withdrawal_reason former_enrolment.reason
                learner_merge.reason learner_split.merge_reason learner_split.reason erasure.explanation
                outbox_event.data sent_event.data dead_letter.value
                """);
    }

    @Override
    protected String function() {
        return "erase_learner";
    }
}
