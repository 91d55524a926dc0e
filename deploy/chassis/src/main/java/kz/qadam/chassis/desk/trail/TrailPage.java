package kz.qadam.chassis.desk.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.chassis.trail.TrailQuery;
import kz.qadam.chassis.trail.TrailReader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an auditor reads the trail of a service, the last day of it at first. The resource adds the address. */
public abstract class TrailPage {

    private static final String TEXTS = "trail";
    private static final List<String> FIELDS =
            List.of("from", "to", "kind", "actor", "institution", "key", "action", "outcome", "subject");

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, TrailPageView page);
    }

    private final String path;
    private final TrailReader trail;
    private final Clock clock;

    /** @param path of the page */
    protected TrailPage(String path, TrailReader trail, Clock clock) {
        this.path = path;
        this.trail = trail;
        this.clock = clock;
    }

    /** The entries that are asked for, the newest first. */
    @GET
    @RolesAllowed(Role.AUDITOR)
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(
            @BeanParam TrailQuery query,
            @RestQuery String cursor,
            @BeanParam DeskRequest asked,
            @Context UriInfo address) {
        DeskContext context = asked.at(path);
        Map<String, String> sent = sent(address);
        boolean isBegun = FIELDS.stream().noneMatch(sent::containsKey);
        DeskForm form = DeskForm.of(FIELDS, isBegun ? Map.of("from", dayBefore()) : sent);
        try {
            TrailQuery conditions = isBegun ? TrailQuery.since(dayBefore()) : query;
            return answer(new TrailPageView(
                    context, path, form, trail.newestFirst(conditions.fromForm(), cursor, Page.USUAL)));
        } catch (Problem refused) {
            PageWords words = context.words(TEXTS);
            return answer(
                    new TrailPageView(context, path, form.refused(refused, context.language(), words::own), null));
        }
    }

    /** All of them as a table, in the order in which they were written. */
    @GET
    @Path("/entries.csv")
    @Produces(BodyRows.CSV)
    @RolesAllowed(Role.AUDITOR)
    @RecordedInTrail(TrailKind.EXPORT)
    public RestResponse<StreamingOutput> table(@BeanParam TrailQuery query) {
        return SpreadsheetCsv.answer(trail.csv(query.fromForm()), "trail.csv");
    }

    /** The beginning of the last day, to the minute, as a form has it. */
    private String dayBefore() {
        return LocalDateTime.ofInstant(clock.instant(), AlmatyTime.ZONE)
                .minusDays(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Map<String, String> sent(UriInfo address) {
        Map<String, String> sent = new LinkedHashMap<>();
        address.getQueryParameters().forEach((name, values) -> sent.put(name, values.get(0)));
        return sent;
    }

    private static RestResponse<String> answer(TrailPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
