package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import kz.qadam.chassis.database.Database;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseHoursTest {

    @Inject
    Database database;

    @Test
    void no_first_enrolment_slips_in_beside_a_change_of_hours() {
        String course = course();
        partner(school())
                .body(enrolment("E-1", course(), People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(201);

        var both = Concurrently.meet(
                database,
                handle -> enrolled(handle, course),
                () -> office().header("If-Match", "*")
                        .body(course(40))
                        .put("/v1/courses/" + course)
                        .statusCode());

        assertThat(both.second()).isEqualTo(409);
    }

    private static boolean enrolled(Handle handle, String course) {
        boolean known = Catalogue.readAndLock(handle, List.of(), List.of(course), List.of())
                .hasCourse(course);
        handle.execute("""
                insert into enrolment (id, institution, reference, learner_id, course, cohort, region, enrolled_on, recorded_at)
                select gen_random_uuid(), 'nowhere', ?, learner_id, ?, 'pupils', 'unknown', '2026-02-01', now()
                  from learner_key limit 1
                """, course, course);
        return known;
    }
}
