package kz.qadam.enrolment.enrolments;

import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.submissions.imports.UploadPage;
import kz.qadam.chassis.submissions.imports.Uploads;

/** The page from which people send files of enrolments. */
@Path(EnrolmentUploadPage.PATH)
public class EnrolmentUploadPage extends UploadPage {

    static final String PATH = "/enrolment-files";

    EnrolmentUploadPage(NewEnrolments enrolments, Uploads uploads) {
        super(
                enrolments,
                List.of("accepted"),
                EnrolmentTemplateResource.TEMPLATE,
                EnrolmentTableProfilePage.PATH,
                uploads);
    }
}
