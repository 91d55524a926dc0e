package kz.qadam.enrolment.duties;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.enrolment.completions.CompletionDetail;
import kz.qadam.enrolment.enrolments.EnrolmentAttributes;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The duties of the office towards the people whose data it has, with the sources to check. It names no deadline: those
 * are for the counsel of the office. It holds nothing secret, so everybody may read it.
 */
@Path(DutiesPage.PATH)
@PermitAll
public class DutiesPage {

    static final String PATH = "/duties";

    private static final String NAME = "duties";

    private static final List<LegalSource> SOURCES = List.of(
            new LegalSource("source.law", "https://adilet.zan.kz/rus/docs/Z1300000094"),
            new LegalSource("source.collection", "https://adilet.zan.kz/rus/docs/V2000021498"),
            new LegalSource("source.protection", "https://adilet.zan.kz/rus/docs/V2300032810"),
            new LegalSource("source.breach", null),
            new LegalSource("source.amendments", "https://adilet.zan.kz/rus/docs/Z1300000094/history"));

    @CheckedTemplate(basePath = NAME)
    static final class Templates {
        static native TemplateInstance page(
                PageWords words,
                DeskContext context,
                List<Duty> duties,
                List<KeptData> kept,
                List<EnrolmentAttributes.Declared> attributes,
                List<CompletionDetail> details,
                List<LegalSource> sources);
    }

    /** The page, in the language of the reader. */
    @GET
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        return context.answer(
                NAME,
                words -> Templates.page(
                        words,
                        context,
                        List.of(Duty.values()),
                        List.of(KeptData.values()),
                        EnrolmentAttributes.declared(),
                        CompletionDetail.named(),
                        SOURCES));
    }
}
