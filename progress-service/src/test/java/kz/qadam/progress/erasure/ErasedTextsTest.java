package kz.qadam.progress.erasure;

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
                accounts_to_forget.account accounts_to_forget.institution accounts_to_forget.key_id accounts_to_forget.nonce
                accounts_to_forget.platform accounts_to_forget.sealed
                adopted_completion.institution cohort.code cohort_evaluated.cohort course.code institution.code institution.status programme.code
                requirement_version.cohort requirement_version.courses
                completion.because completion.by_role completion.cause completion.cohort completion.course
                completion.institution completion.region completion.status
                enrolment.cohort enrolment.course enrolment.institution enrolment.region enrolment_name.institution
                evaluation.cause evaluation.cohort evaluation.course_versions evaluation.courses
                former_completion.because former_completion.by_role former_completion.cause former_completion.cohort
                former_completion.course former_completion.institution former_completion.region former_completion.status
                institution_key.institution institution_key.only_for institution_key.sha256
                learner_cohort.cohort learner_cohort.course learner_cohort.institution learner_cohort.region
                tally.institution tally_delta.institution tally_stock.institution
                xapi_account.account xapi_account.institution xapi_account.platform
                xapi_count.institution xapi_count.outcome xapi_count.type xapi_count.verb
                xapi_platform.document xapi_platform.institution xapi_platform.name
                xapi_platform_use.institution xapi_platform_use.platform
                xapi_statement.activity xapi_statement.because xapi_statement.course xapi_statement.institution
                xapi_statement.result xapi_statement.state
                xapi_unnamed_course.activity xapi_unnamed_course.institution xapi_unnamed_course.platform
                xapi_unnamed_course.title
                """);
    }

    @Override
    protected Set<String> erased() {
        return names("""
                completion.certificate completion.enrolment completion.reason completion.reference
                former_completion.certificate former_completion.enrolment former_completion.reason
                enrolment.reference enrolment_name.name learner_cohort.reference outbox_event.data sent_event.data
                dead_letter.value xapi_account.enrolment xapi_account.key_id xapi_account.nonce xapi_account.sealed
                xapi_statement.account
                """);
    }

    @Override
    protected String function() {
        return "erase_completions";
    }
}
