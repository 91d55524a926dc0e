package kz.qadam.enrolment.personrecords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.http.page.PageResource;
import kz.qadam.chassis.http.page.PageTexts;

/**
 * The page on which the office answers a person who asks what is held. The page itself contains nothing about anybody:
 * the browser asks the documented endpoints of all three services with the token of the office.
 */
@Path("/" + PersonRecordsPage.NAME)
public class PersonRecordsPageResource extends PageResource {

    @CheckedTemplate(basePath = PersonRecordsPage.NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(PageTexts words, List<PageTexts> languages, PersonRecordsPage page);
    }

    private final PersonRecordsPage page;

    PersonRecordsPageResource(PersonRecordsConfig services) {
        super(PersonRecordsPage.NAME, PersonRecordsPage.NAME);
        this.page = PersonRecordsPage.with(services);
    }

    @Override
    protected TemplateInstance content(PageTexts words, List<PageTexts> languages) {
        return Templates.page(words, languages, page);
    }

    @Override
    protected List<String> otherOrigins() {
        return page.otherOrigins();
    }
}
