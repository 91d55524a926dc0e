package kz.qadam.reporting.publication.release;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.release.store.PublishedReleases;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which the office opens the series of releases, after it was told what that means. */
@Path(ReleaseSeriesOpeningPage.PATH)
@RolesAllowed(Role.OFFICE)
public class ReleaseSeriesOpeningPage {

    static final String PATH = "/publications/series/opening";

    private static final String PUBLICATIONS = "/publications";
    private static final String TEXTS = "open-releases";

    @CheckedTemplate(basePath = "publications")
    static final class Templates {
        static native TemplateInstance opening(
                PageWords words, DeskContext context, String publications, String problem);
    }

    private final ReleaseSeriesOpening opening;
    private final PublishedReleases releases;
    private final Recording recording;

    ReleaseSeriesOpeningPage(ReleaseSeriesOpening opening, PublishedReleases releases, Recording recording) {
        this.opening = opening;
        this.releases = releases;
        this.recording = recording;
    }

    /** Asks whether the series is to be opened; one that is open leads to what is published. */
    @GET
    @NotInTrail("It shows nothing.")
    public RestResponse<String> ask(@BeanParam DeskRequest asked) {
        return releases.newest().isOpened() ? asked.to(PUBLICATIONS) : answer(asked.at(PATH), null);
    }

    /** Opens the series; one that is open stays as it is. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> open(@BeanParam DeskRequest asked) {
        Optional<ReleaseSeriesOpening.Opened> opened = opening.open(recording.origin());
        if (opened.isEmpty()) {
            DeskContext context = asked.at(PATH);
            return answer(context, context.tell(Message.of("no-programme")));
        }
        if (opened.get().isNew()) {
            recording.markAdded();
        }
        return asked.to(PUBLICATIONS);
    }

    private static RestResponse<String> answer(DeskContext context, String problem) {
        return context.answer(TEXTS, words -> Templates.opening(words, context, context.page(PUBLICATIONS), problem));
    }
}
