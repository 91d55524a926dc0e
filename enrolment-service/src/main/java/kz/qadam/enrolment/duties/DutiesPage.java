package kz.qadam.enrolment.duties;

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
import kz.qadam.chassis.upload.PageTexts;
import kz.qadam.enrolment.enrolments.EnrolmentAttributes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The duties of the office towards the people whose data it has, with the sources to check. It names no deadline: those
 * are for the counsel of the office. It holds nothing secret, so everybody may read it.
 */
@Path("/duties")
@PermitAll
public class DutiesPage {

    private static final String NAME = "duties";

    private static final List<Source> SOURCES = List.of(
            new Source("source.law", "https://adilet.zan.kz/rus/docs/Z1300000094"),
            new Source("source.collection", "https://adilet.zan.kz/rus/docs/V2000021498"),
            new Source("source.protection", "https://adilet.zan.kz/rus/docs/V2300032810"),
            new Source("source.breach", null),
            new Source("source.amendments", "https://adilet.zan.kz/rus/docs/Z1300000094/history"));

    @CheckedTemplate(basePath = NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PageTexts words,
                List<PageTexts> languages,
                List<Duty> duties,
                List<KeptData> kept,
                List<EnrolmentAttributes.Declared> attributes,
                List<Source> sources);
    }

    /** The page in the language of the address, else in the one that the reader prefers. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        List<PageTexts> languages =
                HtmlPage.OFFERED.stream().map(DutiesPage::texts).toList();
        return HtmlPage.answer(
                language,
                Templates.page(
                                texts(language),
                                languages,
                                List.of(Duty.values()),
                                List.of(KeptData.values()),
                                EnrolmentAttributes.declared(),
                                SOURCES)
                        .render());
    }

    /** Styles and the icon. */
    @GET
    @Path("/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of(NAME, asset).answer(ifNoneMatch);
    }

    private static PageTexts texts(Language language) {
        return new PageTexts(language, NAME);
    }
}
