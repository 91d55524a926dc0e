package kz.qadam.enrolment.personrecords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.enrolment.enrolments.PersonCriteria;
import kz.qadam.enrolment.enrolments.PersonSearchForm;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.Learners;
import kz.qadam.enrolment.learners.PersonPages;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which the office finds a person, and sees which learner it is and what can be done. A number is in the body
 * of a request; what is found has the address of a learner.
 */
@Path(PersonPages.PATH)
public class PersonPage {

    private static final String BASE = "persons";
    private static final String ONE = "person";

    @CheckedTemplate(basePath = BASE)
    static final class Templates {
        static native TemplateInstance find(PageWords words, PersonsPageView page);

        static native TemplateInstance one(PageWords words, PersonPageView page);
    }

    private final Learners learners;
    private final Database database;
    private final Recording recording;

    PersonPage(Learners learners, Database database, Recording recording) {
        this.learners = learners;
        this.database = database;
        this.recording = recording;
    }

    /** A form to find a person; and the persons who wait for the office. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> persons(@BeanParam DeskRequest asked) {
        return answer(fields(asked, Map.of()));
    }

    /** Leads to the person, or says that nobody is known so. */
    @POST
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> find(byte[] body, @BeanParam DeskRequest asked) {
        PersonSearchForm fields = fields(asked, SentForm.read(body));
        try {
            PersonCriteria question = PersonCriteria.read(fields.form().fields());
            UUID found = database.transaction(handle -> question.find(handle, learners))
                    .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Message.of("persons.nobody")));
            recording.setSubject(found.toString());
            return asked.to(PersonPages.pathOf(found));
        } catch (Problem refused) {
            return answer(fields.refused(refused));
        }
    }

    /** A person, under the learner that represents it. */
    @GET
    @Path("/{learnerId: [0-9a-fA-F-]{36}}")
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> one(@RestPath UUID learnerId, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PersonPages.pathOf(learnerId));
        return database.transaction(handle -> {
            Optional<UUID> surviving = Aliases.surviving(handle, learnerId);
            if (!surviving.orElseThrow(Problem::notFound).equals(learnerId)) {
                return asked.to(PersonPages.pathOf(surviving.get()));
            }
            return context.answer(ONE, words -> Templates.one(words, PersonPageView.of(handle, learnerId, context)));
        });
    }

    private static PersonSearchForm fields(DeskRequest asked, Map<String, String> sent) {
        return new PersonSearchForm(asked.at(PersonPages.PATH), DeskForm.of(PersonCriteria.FIELDS, sent));
    }

    private RestResponse<String> answer(PersonSearchForm fields) {
        DeskContext context = fields.context();
        PersonsPageView page = database.transaction(handle -> PersonsPageView.of(handle, fields));
        return context.answer(BASE, words -> Templates.find(words, page));
    }
}
