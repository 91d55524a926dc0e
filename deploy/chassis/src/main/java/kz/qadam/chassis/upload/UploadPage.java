package kz.qadam.chassis.upload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.page.Asset;
import kz.qadam.chassis.page.HtmlPage;
import kz.qadam.chassis.problem.LargeBodies;
import kz.qadam.chassis.security.Login;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page that sends files from the browser, shows their progress, and offers the rows that were not kept. The resource
 * of a service adds the page's address; scripts and styles are below this address, and texts are in the message files.
 */
@PermitAll
public abstract class UploadPage {

    @CheckedTemplate(basePath = "upload")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PageTexts words, List<PageTexts> languages, Upload upload, long largest, String address, boolean login);
    }

    private final Upload upload;
    private final long largest;
    private final String address;

    /**
     * @param larger declares how large a file may be
     * @param address the public address of the service
     */
    protected UploadPage(Upload upload, LargeBodies larger, String address) {
        this.upload = upload;
        this.largest = larger.most(upload.imports()).orElseThrow();
        this.address = address;
    }

    /** The page in the language of the address, else in the one that the reader prefers. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        List<PageTexts> languages = HtmlPage.OFFERED.stream().map(this::in).toList();
        return HtmlPage.answer(
                language,
                Templates.page(in(language), languages, upload, largest, address, Login.isOffered())
                        .render());
    }

    /** Scripts, styles and the icon. */
    @GET
    @Path("/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of("upload", asset).answer(ifNoneMatch);
    }

    private PageTexts in(Language language) {
        return new PageTexts(language, upload.name());
    }
}
