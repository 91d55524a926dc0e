package kz.qadam.reporting.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.audit.revision.FigureChanges;
import kz.qadam.reporting.audit.revision.RevisionComparison;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.PublishedContext;
import kz.qadam.reporting.figures.ReleaseChoice;
import kz.qadam.reporting.release.Release;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives releases names, each once, and says what has changed since. */
@ApplicationScoped
class PublicationNames {

    /**
     * A publication.
     *
     * @param isNew whether this call has given the name
     */
    record Named(PublicationView publication, boolean isNew) {}

    private final Database database;
    private final PointInTimeResolver points;
    private final FigureAnswers answers;
    private final ReleaseChoice releases;
    private final Recording recording;
    private final String publicUrl;

    PublicationNames(
            Database database,
            PointInTimeResolver points,
            FigureAnswers answers,
            ReleaseChoice releases,
            Recording recording,
            @ConfigProperty(name = "qadam.public-url") String publicUrl) {
        this.database = database;
        this.points = points;
        this.answers = answers;
        this.releases = releases;
        this.recording = recording;
        this.publicUrl = publicUrl;
    }

    PublicationView view(PublicationHead publication) {
        return PublicationView.of(publication, publicUrl);
    }

    /**
     * The release that would be named.
     *
     * @throws Problem 400 or 422 if its times cannot be read or none was public for them
     */
    Release release(PublicationPost post) {
        Release release = releases.at(post.asOf(), post.on()).release();
        if (release == null) {
            throw noRelease(post);
        }
        return release;
    }

    /**
     * Gives a release the name.
     *
     * @throws Problem 400 or 422 as {@link #release}, 409 if the name is that of another publication
     */
    Named give(PublicationPost post, String by) {
        Instant asked = points.past("asOf", post.asOf());
        LocalDate on = post.on() == null ? points.dayOf(asked) : TimeParameterParser.day("on", post.on());
        PublishedContext named = releases.at(post.asOf(), post.on());
        boolean isNew = named.release() != null && giveIfNew(post.name(), named, by);
        Publication kept = QuarkusTransaction.requiringNew()
                .call(() -> Publication.findKnown(post.name(), null))
                .orElseThrow(() -> noRelease(post));
        if (!kept.isOf(named.release(), asked, on)) {
            throw new Problem(ProblemType.REFERENCE_CONFLICT, Fault.at("/name", "published-otherwise", post.name()));
        }
        return new Named(view(kept), isNew);
    }

    private static Problem noRelease(PublicationPost post) {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("asOf", "no-release", post.asOf()));
    }

    /** False if a publication has the name already: while the table is locked, nobody else can give the name. */
    private boolean giveIfNew(String name, PublishedContext named, String by) {
        byte[] bytes = answers.json(new FigureQuery.OfProgramme(), named);
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant stamp = database.join(PublicationLists::nextPublishedAt);
            if (Publication.findKnown(name, null).isPresent()) {
                return false;
            }
            Publication.of(name, named.release(), bytes, stamp, by).persistAndFlush();
            return database.join(handle -> {
                recording.addWrite(handle, name);
                return true;
            });
        });
    }

    /** What has changed in the figures of its day since it was published. */
    FigureChanges changes(PublicationView publication, PointInTime until) {
        PointInTime published = points.at(
                "asOf", publication.asOf().toString(), publication.on().toString());
        return database.transaction(handle ->
                RevisionComparison.between(handle, published, points.dayOf(publication.asOf()), until, Set.of()));
    }
}
