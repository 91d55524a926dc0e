package kz.qadam.chassis.desk.upload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import kz.qadam.chassis.desk.DeskPlace;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.ScriptedPage;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.problem.LargeBodies;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page that sends files from the browser, shows their progress, and offers the rows that were not kept. The resource
 * of a service adds the page's address; scripts and styles are below this address, and texts are in the message files.
 */
public abstract class UploadPage extends ScriptedPage {

    /** The keys of the texts that the script uses. */
    static final List<String> OF_THE_SCRIPT = List.of(
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
                DeskPlace place,
                List<String> ofTheScript,
                Upload upload,
                boolean ofPartner,
                long largest,
                String address);
    }

    private final Upload upload;
    private final long largest;
    private final String address;

    /**
     * @param larger declares how large a file may be
     * @param address the public address of the service
     */
    protected UploadPage(Upload upload, LargeBodies larger, String address) {
        super("upload");
        this.upload = upload;
        this.largest = larger.most(upload.imports()).orElseThrow();
        this.address = address;
    }

    /** The page, in the language of the reader. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Unrecorded("Its script asks for the files.")
    @Operation(hidden = true)
    public RestResponse<String> page(@BeanParam DeskRequest asked, @Context SecurityContext reader) {
        String name = upload.name();
        DeskPlace place = asked.at("/" + name);
        return place.answer(Templates.page(
                place.words(name),
                place.languages(name),
                place,
                OF_THE_SCRIPT,
                upload,
                !reader.isUserInRole(Role.OFFICE),
                largest,
                address));
    }
}
