package kz.qadam.enrolment.enrolments;

import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.desk.upload.Upload;
import kz.qadam.chassis.desk.upload.UploadPage;
import kz.qadam.chassis.http.problem.LargeBodies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page on which an institution uploads a file of enrolments. */
@Path("/enrolment-files")
public class EnrolmentUploadPage extends UploadPage {

    EnrolmentUploadPage(LargeBodies larger, @ConfigProperty(name = "qadam.public-url") String address) {
        super(
                new Upload(
                        "enrolment-files",
                        "/v1/enrolment-imports",
                        "/v1/enrolments/batch",
                        EnrolmentTableProfileResource.PATH,
                        EnrolmentTemplateResource.TEMPLATE,
                        "/v1/enrolments/template",
                        List.of("accepted", "duplicate", "conflict", "rejected")),
                larger,
                address);
    }
}
