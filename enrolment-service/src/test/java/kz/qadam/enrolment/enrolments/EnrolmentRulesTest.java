package kz.qadam.enrolment.enrolments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnrolmentRulesTest {

    private static final VersionOrigin ENROLLED = by(VersionOrigin.Event.ENROLLED);
    private static final UUID LEARNER = UUID.fromString("4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10");
    private static final EnrolmentContent SENT = content(null);

    private static EnrolmentContent content(String region) {
        return content(LEARNER, "AI-101", "pupils", region, "2026-02-01");
    }

    private static EnrolmentContent content(UUID learner, String course, String cohort, String region, String day) {
        return new EnrolmentContent(learner, course, cohort, region, LocalDate.parse(day), EnrolmentAttributes.NONE);
    }

    private static VersionOrigin by(VersionOrigin.Event event) {
        return new VersionOrigin(event, null, "partner", Instant.parse("2026-02-01T05:00:00Z"), null);
    }

    private static Enrolment enrolled(EnrolmentContent content, String home) {
        return Enrolment.create(UUID.randomUUID(), "school-42", "E-1", content, home, ENROLLED);
    }

    @Test
    void a_withdrawal_shows_before_a_completion_whichever_came_first() {
        assertThat(EnrolmentStatus.of(true, true)).isEqualTo(EnrolmentStatus.WITHDRAWN);
        assertThat(EnrolmentStatus.of(true, false)).isEqualTo(EnrolmentStatus.WITHDRAWN);
        assertThat(EnrolmentStatus.of(false, true)).isEqualTo(EnrolmentStatus.COMPLETED);
        assertThat(EnrolmentStatus.of(false, false)).isEqualTo(EnrolmentStatus.ENROLLED);
    }

    @Test
    void an_absent_region_is_where_the_institution_is() {
        assertThat(enrolled(SENT, "KZ-75").region()).isEqualTo("KZ-75");
    }

    @Test
    void where_the_institution_has_none_either_it_is_unknown() {
        assertThat(enrolled(SENT, null).region()).isEqualTo("unknown");
    }

    @Test
    void a_region_that_was_sent_holds() {
        assertThat(enrolled(content("KZ-71"), "KZ-75").region()).isEqualTo("KZ-71");
    }

    @Test
    void an_absent_region_is_not_the_same_as_the_one_derived_from_it() {
        assertThat(SENT.differences(content("KZ-75"))).containsExactly("region");
    }

    @Test
    void the_same_content_has_no_differences() {
        assertThat(SENT.differences(content(null))).isEmpty();
    }

    @Test
    void every_member_that_differs_is_named() {
        var other = content(UUID.randomUUID(), "AI-102", "students", "KZ-71", "2026-02-02");

        assertThat(SENT.differences(other)).containsExactly("learner", "course", "cohort", "region", "enrolledOn");
    }

    @Test
    void a_correction_keeps_a_region_that_was_derived() {
        var moved = content(LEARNER, "AI-102", "pupils", null, "2026-02-01");

        var corrected = enrolled(SENT, "KZ-75").corrected(moved, by(VersionOrigin.Event.CORRECTED));

        assertThat(corrected.region()).isEqualTo("KZ-75");
        assertThat(corrected.version()).isEqualTo(2);
    }
}
