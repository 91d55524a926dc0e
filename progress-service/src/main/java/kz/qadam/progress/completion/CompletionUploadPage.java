package kz.qadam.progress.completion;

import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.desk.upload.Upload;
import kz.qadam.chassis.desk.upload.UploadPage;
import kz.qadam.chassis.http.problem.LargeBodies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page on which people send files of completions. */
@Path("/completion-files")
public class CompletionUploadPage extends UploadPage {

    CompletionUploadPage(LargeBodies larger, @ConfigProperty(name = "qadam.public-url") String address) {
        super(
                new Upload(
                        "completion-files",
                        "/v1/completion-imports",
                        "/v1/completions/batch",
                        CompletionTableProfileResource.PATH,
                        CompletionTemplateResource.TEMPLATE,
                        "/v1/completions/template",
                        List.of("accepted", "pending", "refused", "duplicate", "conflict", "rejected")),
                larger,
                address);
    }
}
