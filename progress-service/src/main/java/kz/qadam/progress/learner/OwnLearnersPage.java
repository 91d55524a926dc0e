package kz.qadam.progress.learner;

import static kz.qadam.chassis.desk.DeskRequest.given;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.query.BooleanParameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an institution sees its learners, and what each still lacks. */
@Path(OwnLearnersPage.PATH)
@RolesAllowed(Role.PARTNER)
public class OwnLearnersPage {

    static final String PATH = "/learners";

    private static final String TEXTS = "learners";
    static final int SHOWN = 50;

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, LearnersPageView page);
    }

    private final InstitutionLearners learners;
    private final Database database;
    private final Caller caller;

    OwnLearnersPage(InstitutionLearners learners, Database database, Caller caller) {
        this.learners = learners;
        this.database = database;
        this.caller = caller;
    }

    /** The learners in the order of their ids; of those who are not trained, what is missing. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(
            @RestQuery String cohort,
            @RestQuery String trained,
            @RestQuery String cursor,
            @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        List<InstitutionLearnerView> found =
                learners.after(LearnerCursor.of(given(cursor)), filter(cohort, trained), SHOWN + 1);
        List<InstitutionLearnerView> page = found.subList(0, Math.min(found.size(), SHOWN));
        SortedSet<String> cohorts = database.transaction(
                handle -> new TreeSet<>(Catalogue.read(handle).cohorts().keySet()));
        String next = found.size() > SHOWN ? LearnerCursor.cursor(page.get(SHOWN - 1)) : null;
        var view = new LearnersPageView(context, page, cohorts, given(cohort), given(trained), next);
        return context.answer(TEXTS, words -> Templates.page(words, view));
    }

    /** All of them as a table. */
    @GET
    @Path("/table")
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(BodyRows.CSV)
    public RestResponse<StreamingOutput> table(@RestQuery String cohort, @RestQuery String trained) {
        return SpreadsheetCsv.answer(learners.csv(filter(cohort, trained)), "learners.csv");
    }

    private InstitutionLearners.Filter filter(String cohort, String trained) {
        String institution = caller.scope().institution();
        return new InstitutionLearners.Filter(
                institution, institution, given(cohort), BooleanParameter.of("trained", given(trained)));
    }
}
