package kz.qadam.progress.completion;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.submissions.imports.UploadPage;
import kz.qadam.chassis.submissions.imports.Uploads;

/** The page from which people send files of completions. */
@Path(CompletionUploadPage.PATH)
public class CompletionUploadPage extends UploadPage {

    static final String PATH = "/completion-files";

    CompletionUploadPage(NewCompletions completions, Uploads uploads) {
        super(
                completions,
                completions.keptVerdicts(),
                CompletionTemplateResource.TEMPLATE,
                CompletionTableProfilePage.PATH,
                uploads);
    }
}
