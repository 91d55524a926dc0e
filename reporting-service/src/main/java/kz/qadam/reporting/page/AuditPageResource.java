package kz.qadam.reporting.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.List;
import kz.qadam.chassis.http.page.PageResource;
import kz.qadam.chassis.http.page.PageTexts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The page that shows an auditor the records behind a figure. The page itself contains no records: the browser gets
 * them from the documented endpoints with the auditor's token, and these endpoints log who has read.
 */
@Path("/audit")
public class AuditPageResource extends PageResource {

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance audit(PageTexts words, List<PageTexts> languages, AuditPage page);
    }

    private final ZoneId zone;

    AuditPageResource(@ConfigProperty(name = "qadam.zone") ZoneId zone) {
        super("audit", "page.audit");
        this.zone = zone;
    }

    @Override
    protected TemplateInstance content(PageTexts words, List<PageTexts> languages) {
        return Templates.audit(words, languages, new AuditPage(new PageText(words.language(), zone)));
    }
}
