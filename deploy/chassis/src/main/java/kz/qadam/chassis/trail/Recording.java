package kz.qadam.chassis.trail;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.http.security.BrowserSession;
import kz.qadam.chassis.http.security.Caller;
import org.jdbi.v3.core.Handle;

/**
 * The entry of the current request in the trail. What changes something writes its entry in its own transaction, and so
 * does what reads evidence; for all others {@link TrailHttpFilter} adds the entry when the request is answered.
 */
@RequestScoped
public class Recording {

    private final Trail trail;
    private final Caller caller;
    private final CurrentVertxRequest current;
    private CalledEndpoint endpoint = CalledEndpoint.NONE;
    private RecordedQuestion question;
    private String subject;
    private boolean isAdded;

    Recording(Trail trail, Caller caller, CurrentVertxRequest current) {
        this.trail = trail;
        this.caller = caller;
        this.current = current;
    }

    void begin(CalledEndpoint called) {
        this.endpoint = called;
    }

    /** Who does what by this request. */
    public ActorAction origin() {
        return new ActorAction(endpoint.action(), caller.actor(isSession()).orElse(null));
    }

    /**
     * The path and query of this request, without values that may say who a person is and without parameters that its
     * endpoint does not have.
     *
     * @param implied a parameter that the request does not name and that narrows its answer, such as {@code a=b}; or
     *     empty
     */
    public String asked(URI request, String implied) {
        return Asked.of(request, endpoint.parameters(), implied);
    }

    boolean isSession() {
        return current.getCurrent() != null && BrowserSession.isSession(current.getCurrent());
    }

    /** Writes in this transaction that it changes a thing. */
    public void addWrite(Handle transaction, String subject) {
        addWrite(transaction, subject, null);
    }

    /**
     * Writes in this transaction that it changes a thing.
     *
     * @param text why, as a person has written it; or null
     */
    public void addWrite(Handle transaction, String subject, String text) {
        addWrite(transaction, subject, null, text);
    }

    /**
     * Writes in this transaction that it changes a thing.
     *
     * @param reason why, as a code; or null
     * @param text why, as a person has written it; or null
     */
    public void addWrite(Handle transaction, String subject, String reason, String text) {
        trail.add(transaction, List.of(trail.entryOfWrite(origin(), subject, 1, reason, text)));
        isAdded = true;
    }

    /** Writes in this transaction that it changes several things: one entry, which names a thing if it is the only one. */
    public void addWrites(Handle transaction, List<String> subjects) {
        trail.addWrite(transaction, origin(), subjects.size() == 1 ? subjects.get(0) : null, subjects.size());
        isAdded = true;
    }

    /** The entry of this request is written elsewhere, together with that of others. */
    public void markAdded() {
        isAdded = true;
    }

    /** Nothing was asked yet, or nothing that can be answered, so that nothing is read: this request has no entry. */
    public void leaveOut() {
        isAdded = true;
    }

    /**
     * Writes in this transaction that it reads records of people.
     *
     * @param at an instant of the database
     */
    public void addRead(Handle transaction, Instant at, RecordedQuestion what, int records) {
        trail.add(transaction, List.of(trail.entryOfRead(at, origin(), what, records)));
        isAdded = true;
    }

    /** Says what was known to the answer, so that it can be found again. */
    public void setPointInTime(Instant asOf, LocalDate onDay, long batch) {
        question = new RecordedQuestion(null, asOf, onDay, batch);
    }

    /** Says what the request is about, if its path does not: the opaque id of the thing. */
    public void setSubject(String id) {
        subject = id;
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<RecordedQuestion> pointInTime() {
        return Optional.ofNullable(question);
    }

    boolean isAdded() {
        return isAdded;
    }
}
