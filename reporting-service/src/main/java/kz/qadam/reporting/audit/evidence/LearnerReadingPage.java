package kz.qadam.reporting.audit.evidence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Who had records of one learner in an answer of this service: a part of the answer to a person, which enrolment-service
 * begins. The browser takes the part from here; without a script it is read, and printed, here.
 */
@Path(LearnerReadingPage.PATH + "/{learnerId}")
@RolesAllowed(Role.OFFICE)
public class LearnerReadingPage {

    static final String PATH = "/learner-readings";

    private static final String TEXTS = "learner-readings";

    /** More than the log of years; each entry costs a question, and somebody waits for the answer. */
    private static final int MOST_PAGES = 100;

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, LearnerReadingsPageView page);
    }

    private final LearnerReadings readings;

    LearnerReadingPage(LearnerReadings readings) {
        this.readings = readings;
    }

    /**
     * The readings that had, or may have had, a record of the learner, the oldest first.
     *
     * @param language of the part; that of the page if it is left out
     * @param cursor where an earlier page ended
     */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(
            @RestPath UUID learnerId,
            @RestQuery String language,
            @RestQuery String cursor,
            @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH + "/" + learnerId);
        Page<LearnerReading> found = pages(learnerId, cursor);
        var page = new LearnerReadingsPageView(context, context.in(language), learnerId, found);
        return context.answer(TEXTS, words -> Templates.page(words, page));
    }

    /** The same as programs get it, of all pages in one, to be saved. */
    @GET
    @Path("/file")
    @RecordedInTrail(TrailKind.READ)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Page<LearnerReading>> file(@RestPath UUID learnerId, @RestQuery String cursor) {
        return ResponseBuilder.ok(pages(learnerId, cursor))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"learner-readings.json\"")
                .build();
    }

    /** The readings of all pages from here on, of at most {@value #MOST_PAGES}. */
    private Page<LearnerReading> pages(UUID learnerId, String cursor) {
        Page<LearnerReading> page = readings.page(learnerId, Cursor.parse(cursor), null);
        List<LearnerReading> all = new ArrayList<>(page.items());
        for (int pages = 1; page.more() && pages < MOST_PAGES; pages++) {
            page = readings.page(learnerId, Cursor.parse(page.cursor()), null);
            all.addAll(page.items());
        }
        return new Page<>(all, page.cursor(), page.more());
    }
}
