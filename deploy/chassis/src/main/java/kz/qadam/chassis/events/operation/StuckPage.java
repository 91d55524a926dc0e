package kz.qadam.chassis.events.operation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.HomeAndPanelView;
import kz.qadam.chassis.events.deadletter.KeptDeadLetters;
import kz.qadam.chassis.events.deadletter.Resolution;
import kz.qadam.chassis.events.kafka.ParkedEvent;
import kz.qadam.chassis.events.kafka.ParkedEvents;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which the office sees which events are stuck, and decides about each: those that this service could not
 * take in, and those that it could not send. One page is about this service, and one about all, which has the first as
 * a panel of each other service.
 */
@Path("/desk")
public class StuckPage {

    static final String OF_ALL = "/desk/stuck";

    private static final String OF_SERVICE = "/panels/{service}/stuck";
    private static final String TEXTS = "desk.stuck";
    private static final String ONLY_EVENTS = "It is about events that wait, and shows nothing of people.";
    private static final String DISCARD = "discard";

    private static final List<String> SERVICES = List.of("enrolment", "progress", "reporting");

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        static native TemplateInstance stuck(PageWords words, StuckPageView page);
    }

    private final KeptDeadLetters letters;
    private final ParkedEvents parked;
    private final Caller caller;

    StuckPage(KeptDeadLetters letters, ParkedEvents parked, Caller caller) {
        this.letters = letters;
        this.parked = parked;
        this.caller = caller;
    }

    /** What is stuck at all services. */
    @GET
    @Path("/stuck")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @NotInTrail(ONLY_EVENTS)
    public RestResponse<String> ofAll(@BeanParam DeskRequest asked) {
        List<String> others = SERVICES.stream()
                .filter(service -> !service.equals(asked.service()))
                .toList();
        return answer(view(asked.at(OF_ALL), others));
    }

    /** What is stuck at this service. */
    @GET
    @Path(OF_SERVICE)
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @NotInTrail(ONLY_EVENTS)
    public RestResponse<String> ofService(@RestPath("service") String named, @BeanParam DeskRequest asked) {
        return answer(here(named, asked));
    }

    /** Takes an event in again, or asks whether it is to be discarded, or discards it. */
    @POST
    @Path(OF_SERVICE + "/unreadable/{id: [0-9a-f-]{36}}")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> resolve(
            @RestPath("service") String named, @RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        StuckPageView page = here(named, asked);
        Map<String, String> sent = SentForm.read(form);
        return decided(page, id, sent, asked, () -> {
            var resolution = Resolution.read(DeskForm.read(sent, "action", "reason"));
            boolean isAsking = resolution.action() == Resolution.Action.discard && !sent.containsKey("confirmed");
            if (isAsking) {
                return page.letter(id).map(one -> page.asking("unreadable", one.id(), resolution.reason()));
            }
            letters.resolve(id, resolution, caller.subject());
            return Optional.empty();
        });
    }

    /** Sends an event again, or asks whether it is to be discarded, or discards it. */
    @POST
    @Path(OF_SERVICE + "/unsent/{id: [0-9a-f-]{36}}")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decide(
            @RestPath("service") String named, @RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        StuckPageView page = here(named, asked);
        Map<String, String> sent = SentForm.read(form);
        return decided(
                page,
                id,
                sent,
                asked,
                () -> page.event(id).flatMap(event -> {
                    if (!DISCARD.equals(sent.get("action"))) {
                        parked.sendAgain(new ParkedEvents.SendAgain(id));
                        return Optional.empty();
                    }
                    return discard(page, event, sent);
                }));
    }

    private Optional<StuckPageView> discard(StuckPageView page, ParkedEvent event, Map<String, String> sent) {
        sent.put("id", event.id().toString());
        var which = ParkedEvents.Discard.read(DeskForm.read(sent, "id", "reason"));
        if (!sent.containsKey("confirmed")) {
            return Optional.of(page.asking("unsent", event.id(), which.reason()));
        }
        parked.discard(which, caller.subject());
        return Optional.empty();
    }

    /** Leads back from the question, such as in another language. */
    @GET
    @Path(OF_SERVICE + "/{kind: unreadable|unsent}/{id: [0-9a-f-]{36}}")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @NotInTrail("It shows nothing.")
    public RestResponse<String> back(
            @RestPath("service") String named, @RestPath String kind, @RestPath UUID id, @BeanParam DeskRequest asked) {
        return asked.to(here(named, asked).context().path());
    }

    private interface Decision {

        /** A question that is still open; empty if all is done. */
        Optional<StuckPageView> make();
    }

    private static RestResponse<String> decided(
            StuckPageView page, UUID id, Map<String, String> sent, DeskRequest asked, Decision decision) {
        try {
            return decision.make()
                    .map(StuckPage::answer)
                    .orElseGet(() -> asked.to(page.context().path()));
        } catch (Problem refused) {
            String why = ProblemBody.sentence(refused, page.context().language());
            return answer(page.refused(id, sent.getOrDefault("reason", ""), why));
        }
    }

    /** @throws Problem 404 for another service */
    private StuckPageView here(String named, DeskRequest asked) {
        if (!named.equals(asked.service())) {
            throw Problem.notFound();
        }
        return view(asked.at(stuckOf(named)), List.of());
    }

    /** The page about one service. */
    static String stuckOf(String service) {
        return HomeAndPanelView.panelOf(service) + "/stuck";
    }

    private StuckPageView view(DeskContext context, List<String> panels) {
        return new StuckPageView(context, letters.open(), parked.all(), panels, caller.isOffice(), null, null, null);
    }

    private static RestResponse<String> answer(StuckPageView page) {
        return page.context().answer(TEXTS, words -> Templates.stuck(words, page));
    }
}
