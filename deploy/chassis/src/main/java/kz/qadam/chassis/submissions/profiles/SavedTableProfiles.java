package kz.qadam.chassis.submissions.profiles;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.version.NamedDocumentRows;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.Recording;
import org.jdbi.v3.core.Handle;

/** Reads, saves and deletes profiles, for programs and for pages. */
@ApplicationScoped
public class SavedTableProfiles {

    private static final int MOST_PROFILES = 100;

    /** A profile as it is saved. */
    public record Saved(String name, int version, TableProfile profile) {

        private static Saved of(NamedDocumentRows.Saved saved) {
            return new Saved(saved.name(), saved.version(), TableProfiles.read(saved.document()));
        }
    }

    /**
     * What is to be saved.
     *
     * @param createsOnly whether nothing may be replaced
     */
    public record Wanted(
            String owner, String name, TableProfile profile, Precondition precondition, boolean createsOnly) {

        String subjectInTrail() {
            return owner + "/" + name;
        }
    }

    /** What was saved. */
    public record Done(int version, boolean isNew) {}

    private final Batch batch;
    private final Database database;
    private final Recording recording;
    private final Clock clock;

    SavedTableProfiles(Batch batch, Database database, Recording recording, Clock clock) {
        this.batch = batch;
        this.database = database;
        this.recording = recording;
        this.clock = clock;
    }

    /** All of an owner, in the order of their names. */
    public List<Saved> all(ProfileKind kind, String owner) {
        return database.transaction(handle -> kind.rows(handle, owner).all()).stream()
                .map(Saved::of)
                .toList();
    }

    /**
     * Reads one.
     *
     * @throws Problem 404 if there is none of this name
     */
    public Saved get(ProfileKind kind, String owner, String name) {
        return database.transaction(handle -> kind.rows(handle, owner).find(name))
                .map(Saved::of)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Reads a profile as programs send it.
     *
     * @throws Problem with all that is wrong with it
     */
    public TableProfile read(ProfileKind kind, byte[] body, String owner, String name) {
        ItemFields fields = batch.single(body).fields();
        fields.requireSame("institution", owner);
        fields.requireSame("name", name);
        TableProfile profile = TableProfile.READER.read(fields);
        fields.problem(new ProfileChecks(kind.columns()).faults(profile)).ifPresent(problem -> {
            throw problem;
        });
        return profile;
    }

    /**
     * Saves a profile; equal content changes nothing.
     *
     * @throws Problem 412 or 428 if somebody would be overruled who is not named
     */
    public Done save(ProfileKind kind, Wanted wanted) {
        return database.transaction(handle -> {
            if (!kind.isKnown().test(handle, wanted.owner())) {
                throw Problem.unknownCode("institution", wanted.owner());
            }
            return save(handle, kind.rows(handle, wanted.owner()), wanted);
        });
    }

    private Done save(Handle handle, NamedDocumentRows rows, Wanted wanted) {
        String document = TableProfiles.write(wanted.profile());
        if (rows.insert(wanted.name(), document, clock.instant())) {
            wanted.precondition().requireAbsent();
            if (rows.all().size() > MOST_PROFILES) {
                throw new Problem(ProblemType.RULE_VIOLATED, Message.of("too-many/profiles", MOST_PROFILES));
            }
            recording.addWrite(handle, wanted.subjectInTrail());
            return new Done(1, true);
        }
        Saved saved = Saved.of(rows.lock(wanted.name()).orElseThrow(() -> new Problem(ProblemType.UNAVAILABLE)));
        if (wanted.createsOnly()) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, Message.of("exists-already"));
        }
        if (saved.profile().equals(wanted.profile())) {
            return new Done(saved.version(), false);
        }
        wanted.precondition().requirePresent();
        wanted.precondition().requireMatch(saved.version());
        rows.replace(wanted.name(), document, clock.instant());
        recording.addWrite(handle, wanted.subjectInTrail());
        return new Done(saved.version() + 1, false);
    }

    /**
     * Deletes one.
     *
     * @throws Problem 404 if there is none of this name, 412 or 428 if it is not the one that the caller has read
     */
    public void delete(ProfileKind kind, String owner, String name, Precondition precondition) {
        precondition.requirePresent();
        database.transaction(handle -> {
            NamedDocumentRows rows = kind.rows(handle, owner);
            precondition.requireMatch(
                    rows.lock(name).orElseThrow(Problem::notFound).version());
            rows.delete(name);
            recording.addWrite(handle, owner + "/" + name);
            return null;
        });
    }
}
