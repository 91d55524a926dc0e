package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.http.batch.Batch;

/** The page on which the office pastes a table of courses. */
@Path("/course-table")
public class CourseTablePage extends CatalogueTablePage<CourseView> {

    CourseTablePage(Batch batch, CatalogueTransaction transaction, EffectDigest digest, ObjectMapper json) {
        super("course-table", CourseResource.file(batch, transaction), digest, json);
    }
}
