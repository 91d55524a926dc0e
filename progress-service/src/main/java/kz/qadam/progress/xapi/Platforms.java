package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.progress.xapi.reading.Platform;
import kz.qadam.progress.xapi.reading.PlatformProfile;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;

/** Saves the profiles of platforms, and tries them on statements. */
@ApplicationScoped
class Platforms {

    private static final int MOST_PLATFORMS = 20;

    /**
     * What is to be saved.
     *
     * @param precondition null: nothing will be kept, so nothing needs to be said of what would be replaced
     * @param createsOnly whether nothing may be replaced
     */
    record Wanted(
            String institution, String name, PlatformProfile profile, Precondition precondition, boolean createsOnly) {

        PlatformView view() {
            return new PlatformView(institution, name, profile);
        }

        boolean isTrial() {
            return precondition == null;
        }

        String subject() {
            return institution + "/" + name;
        }
    }

    /**
     * A platform that is saved.
     *
     * @param changes the completions that changed with it
     * @param dropped how many statements waited and do so no longer
     */
    private record Saved(RestResponse<PlatformView> answer, PlatformAccountSettlement.Changes changes, int dropped) {}

    private final Database database;
    private final StatementInbox inbox;
    private final WaitingStatements waiting;
    private final PlatformAccountSettlement settlement;
    private final Recording recording;
    private final Clock clock;

    Platforms(
            Database database,
            StatementInbox inbox,
            WaitingStatements waiting,
            PlatformAccountSettlement settlement,
            Recording recording,
            Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.waiting = waiting;
        this.settlement = settlement;
        this.recording = recording;
        this.clock = clock;
    }

    /** Saves a profile, if it is another one. */
    RestResponse<PlatformView> save(Wanted wanted, String path) {
        return database.transaction(handle -> save(handle, wanted, path).answer());
    }

    /** What would become of these statements, if the profile was saved. */
    PlatformView.Trial trial(Wanted wanted, List<JsonNode> statements, Language language) {
        return database.transaction(
                handle -> {
                    Saved saved = save(handle, wanted, "");
                    List<TakenStatement> read = inbox.read(handle, wanted.institution(), statements);
                    StatementInbox.Taken taken = inbox.take(handle, wanted.institution(), read, null);
                    return new PlatformView.Trial(
                            wanted.view(),
                            IntStream.range(0, read.size())
                                    .mapToObj(i -> tried(
                                            i, read.get(i), taken.outcomes().get(i), language))
                                    .toList(),
                            taken.changes().all().size(),
                            saved.changes().recorded().size(),
                            saved.dropped());
                },
                trial -> false);
    }

    private static PlatformView.Tried tried(int index, TakenStatement one, String outcome, Language language) {
        boolean isReport = one.isAboutNamedCourse() || one.isAboutUnnamedCourse();
        return new PlatformView.Tried(
                index,
                one.id(),
                outcome,
                Message.of("statement." + outcome).in(language),
                isReport ? one.reports().course() : null);
    }

    private Saved save(Handle handle, Wanted wanted, String path) {
        requireKnown(handle, wanted);
        var rows = new PlatformRows(handle, wanted.institution());
        if (rows.insert(wanted.name(), wanted.profile(), clock.instant())) {
            if (!wanted.isTrial()) {
                wanted.precondition().requireAbsent();
            }
            if (rows.all().size() > MOST_PLATFORMS) {
                throw new Problem(ProblemType.RULE_VIOLATED, Message.of("too-many/platforms", MOST_PLATFORMS));
            }
            return apply(handle, wanted, Precondition.created(path, 1, wanted.view()));
        }
        PlatformRows.Saved saved = rows.lock(wanted.name()).orElseThrow(() -> new Problem(ProblemType.UNAVAILABLE));
        if (wanted.createsOnly()) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, Message.of("exists-already"));
        }
        if (saved.profile().equals(wanted.profile())) {
            return new Saved(
                    Precondition.tagged(RestResponse.Status.OK, saved.version(), wanted.view()),
                    PlatformAccountSettlement.Changes.NONE,
                    0);
        }
        if (!wanted.isTrial()) {
            wanted.precondition().requirePresent();
            wanted.precondition().requireMatch(saved.version());
        }
        rows.replace(wanted.name(), wanted.profile(), clock.instant());
        return apply(handle, wanted, Precondition.tagged(RestResponse.Status.OK, saved.version() + 1, wanted.view()));
    }

    /**
     * What the profile now says: of courses that nobody had named, of statements that wait and are not ours, and of those
     * that wait under another course.
     */
    private Saved apply(Handle handle, Wanted wanted, RestResponse<PlatformView> answer) {
        PlatformProfile profile = wanted.profile();
        UnnamedCourses.forgetNamed(handle, wanted.institution(), new Platform(wanted.name(), profile));
        int dropped = waiting.drop(handle, wanted.institution(), wanted.name(), profile.notOurs());
        List<String> moved = waiting.move(handle, wanted.institution(), wanted.name(), profile.courses());
        PlatformAccountSettlement.Changes changes =
                settlement.settle(handle, wanted.institution(), moved, Traces.current());
        if (!wanted.isTrial()) {
            recording.addWrite(handle, wanted.subject());
        }
        return new Saved(answer, changes, dropped);
    }

    private static void requireKnown(Handle handle, Wanted wanted) {
        if (!handle.createQuery("select exists (select from institution where code = :code)")
                .bind("code", wanted.institution())
                .mapTo(Boolean.class)
                .one()) {
            throw Problem.unknownCode("institution", wanted.institution());
        }
        Set<String> courses = Set.copyOf(PlatformOverview.ourCourses(handle));
        List<PlatformProfile.NamedCourse> named = wanted.profile().courses();
        List<Fault> unknown = IntStream.range(0, named.size())
                .filter(i -> !courses.contains(named.get(i).course()))
                .mapToObj(i -> Fault.at(
                        "/courses/" + i + "/course",
                        "unknown-code",
                        "course",
                        named.get(i).course()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Problem(ProblemType.RULE_VIOLATED, unknown);
        }
    }
}
