package kz.qadam.reporting.audit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that shows an event as it was received. */
@Path(EventPage.PATH)
@RolesAllowed({Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION})
public class EventPage {

    static final String PATH = "/audit/events";

    private static final String TEXTS = "page.audit.event";

    @CheckedTemplate(basePath = "audit")
    static final class Templates {
        static native TemplateInstance event(PageWords words, ShownEvent page);
    }

    private final ReceivedEvents events;
    private final PointInTimeResolver points;
    private final ObjectMapper json;

    EventPage(ReceivedEvents events, PointInTimeResolver points, ObjectMapper json) {
        this.events = events;
        this.points = points;
        this.json = json;
    }

    /** One event. Its address keeps the question that has led to it. */
    @GET
    @Path("/{eventId}")
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> event(@RestPath UUID eventId, @BeanParam DeskRequest asked) {
        EventView event = events.read(eventId, points.of(null, null));
        var page = new ShownEvent(asked.at(PATH + "/" + eventId), event, indented(event));
        return page.context().answer(TEXTS, words -> Templates.event(words, page));
    }

    /** What the endpoint answers, with its data line by line. */
    private String indented(EventView event) {
        try {
            return json.readTree(json.writeValueAsBytes(event)).toPrettyString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
