package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CourseHoursTest {

    @Inject
    Database database;

    @Test
    void a_change_of_hours_waits_for_the_first_enrolment_and_is_refused() {
        String course = course();
        enrolled(school(), enrolment("E-1", course(), People.iin()));

        var both = Concurrently.meet(
                database,
                handle -> enrolSomebodyIn(handle, course),
                () -> put("/v1/courses/" + course, "*", course(40)).extract().statusCode());

        assertThat(both.second()).isEqualTo(409);
    }

    private static boolean enrolSomebodyIn(Handle handle, String course) {
        boolean known = NamedCatalogueEntries.readAndLockCoursesAndCohorts(
                        handle, List.of(), List.of(course), List.of())
                .hasCourse(course);
        Concurrently.enrolSomebody(handle, course, "pupils");
        return known;
    }
}
