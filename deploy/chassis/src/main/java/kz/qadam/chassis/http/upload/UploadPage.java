package kz.qadam.chassis.http.upload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import kz.qadam.chassis.http.page.PageResource;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.problem.LargeBodies;
import kz.qadam.chassis.http.security.Login;

/**
 * A page that sends files from the browser, shows their progress, and offers the rows that were not kept. The resource
 * of a service adds the page's address; scripts and styles are below this address, and texts are in the message files.
 */
public abstract class UploadPage extends PageResource {

    /** The keys of the texts that the script uses. */
    static final List<String> OF_THE_SCRIPT = List.of(
            "partner",
            "office",
            "valid-until",
            "drop",
            "another-file",
            "too-large",
            "other-kind",
            "one-at-a-time",
            "sending",
            "storing",
            "not-sent",
            "not-arrived",
            "checking",
            "waiting",
            "processed",
            "lost",
            "all-kept",
            "some-not-kept",
            "nothing-wrong",
            "some-wrong",
            "rows",
            "left-out",
            "until",
            "download",
            "unnamed",
            "in-progress",
            "finished",
            "failed",
            "of-rows",
            "not-kept",
            "no-answer",
            "strange-answer",
            "broken",
            "explained");

    @CheckedTemplate(basePath = "upload")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PageTexts words,
                List<PageTexts> languages,
                List<String> ofTheScript,
                Upload upload,
                long largest,
                String address,
                boolean login);
    }

    private final Upload upload;
    private final long largest;
    private final String address;

    /**
     * @param larger declares how large a file may be
     * @param address the public address of the service
     */
    protected UploadPage(Upload upload, LargeBodies larger, String address) {
        super("upload", upload.name());
        this.upload = upload;
        this.largest = larger.most(upload.imports()).orElseThrow();
        this.address = address;
    }

    @Override
    protected TemplateInstance content(PageTexts words, List<PageTexts> languages) {
        return Templates.page(words, languages, OF_THE_SCRIPT, upload, largest, address, Login.isOffered());
    }
}
