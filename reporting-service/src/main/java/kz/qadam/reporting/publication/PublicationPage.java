package kz.qadam.reporting.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.store.PublishedReleases;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which office and auditors see the publications that there are, and what has changed in each since, and on which
 * the office gives a release a name. The release that a name would be given to is shown before; if it is another one by then, that is shown instead.
 */
@Path(PublicationPage.PATH)
@RolesAllowed({Role.OFFICE, Role.AUDITOR})
public class PublicationPage {

    static final String PATH = "/publications";

    private static final String TEXTS = "publications";
    private static final String CONFIRMED = "confirmed";
    private static final int MOST = 1_000;

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, PublicationsPageView page);

        static native TemplateInstance one(PageWords words, PublicationPageView page);
    }

    private final PublicationNames names;
    private final PublishedReleases releases;
    private final PointInTimeResolver points;
    private final Caller caller;

    PublicationPage(PublicationNames names, PublishedReleases releases, PointInTimeResolver points, Caller caller) {
        this.names = names;
        this.releases = releases;
        this.points = points;
        this.caller = caller;
    }

    /** The publications, and for the office a form that names a release. */
    @GET
    @NotInTrail("What it shows is public.")
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        return answer(view(asked));
    }

    /** Shows which release would get the name, or gives it to the one that was shown. */
    @POST
    @RolesAllowed(Role.OFFICE)
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> name(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        DeskForm form = DeskForm.of(PublicationPost.READER.columns().names(), sent);
        PublicationsPageView page = view(asked).filled(form);
        try {
            PublicationPost post = PublicationPost.READER.readOrThrow(form.fields());
            Release release = names.release(post);
            if (!Long.toString(release.number()).equals(sent.get(CONFIRMED))) {
                return answer(page.wouldName(release, sent.containsKey(CONFIRMED)));
            }
            names.give(post, caller.subject());
            return asked.to(PATH + "/" + post.name());
        } catch (Problem refused) {
            return answer(page.filled(form.refused(refused, page.context().language(), page::label)));
        }
    }

    /** A publication, and what has changed since. */
    @GET
    @Path("/{name}")
    @RecordedInTrail(TrailKind.FIGURES)
    public RestResponse<String> one(@RestPath String name, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH + "/" + name);
        PublicationView publication = QuarkusTransaction.requiringNew()
                .call(() -> Publication.findKnown(name, null))
                .map(names::view)
                .orElseThrow(Problem::notFound);
        var changes = names.changes(publication, points.of(null, null));
        return context.answer(
                TEXTS, words -> Templates.one(words, new PublicationPageView(context, publication, changes)));
    }

    private PublicationsPageView view(DeskRequest asked) {
        List<PublicationView> all = PublicationLists.ofAll(names::view, new PageStart(Cursor.START, MOST), null)
                .items();
        return PublicationsPageView.of(asked.at(PATH), all, releases.newest(), caller.isOffice());
    }

    private static RestResponse<String> answer(PublicationsPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
