package kz.qadam.chassis.trail;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemBody;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Actor;
import kz.qadam.chassis.security.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds an entry to the trail for each answered request that needs one and has none yet: what was done, and what was
 * denied to its caller. Requests that nobody was verified for are only counted.
 */
@ApplicationScoped
public class TrailFilter {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final ConcurrentMap<Method, Map<Class<?>, RecordedEndpoint>> endpoints = new ConcurrentHashMap<>();
    private final CurrentIdentityAssociation identities;
    private final Recording recording;
    private final Trail trail;
    private final WaitingEntries waiting;
    private final UnverifiedRequests unverified;

    TrailFilter(
            CurrentIdentityAssociation identities,
            Recording recording,
            Trail trail,
            WaitingEntries waiting,
            UnverifiedRequests unverified) {
        this.identities = identities;
        this.recording = recording;
        this.trail = trail;
        this.waiting = waiting;
        this.unverified = unverified;
    }

    /** Refuses a request whose entry could not be kept. */
    @ServerRequestFilter
    public void begin(ContainerRequestContext request, ResourceInfo resource) {
        if (hasShownWhoItIs(request)) {
            RecordedEndpoint endpoint = endpoint(resource);
            recording.begin(endpoint);
            if (endpoint.kind() != null && waiting.isFull()) {
                throw new Problem(ProblemType.UNAVAILABLE);
            }
        }
    }

    /** Returns null if no entry is due; then the answer does not wait for the identity of its caller. */
    @ServerResponseFilter
    public Uni<Void> end(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (!hasShownWhoItIs(request) || resource == null || resource.getResourceMethod() == null) {
            if (response.getStatus() == ProblemType.UNAUTHORIZED.status()) {
                unverified.count();
            }
            return null;
        }
        if (response.getStatus() < 400 && recording.isAdded()) {
            return null;
        }
        return identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .invoke(identity -> add(identity, request.getUriInfo(), response, endpoint(resource)))
                .replaceWithVoid();
    }

    private static boolean hasShownWhoItIs(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    }

    private RecordedEndpoint endpoint(ResourceInfo resource) {
        return endpoints
                .computeIfAbsent(resource.getResourceMethod(), method -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        resource.getResourceClass(), type -> RecordedEndpoint.of(type, resource.getResourceMethod()));
    }

    private void add(
            SecurityIdentity identity, UriInfo uri, ContainerResponseContext response, RecordedEndpoint endpoint) {
        int status = response.getStatus();
        if (identity == null || identity.isAnonymous()) {
            if (status == ProblemType.UNAUTHORIZED.status()) {
                unverified.count();
            }
            return;
        }
        Actor actor = Caller.of(identity).actor(recording.isSession()).orElseThrow();
        ActorAction origin = new ActorAction(endpoint.action(), actor);
        String code = code(response);
        if (isDenial(status, code, actor, endpoint)) {
            waiting.add(
                    trail.entryOfAnswer(TrailKind.DENIAL, origin, code, status, subject(uri, endpoint), null, null));
        } else if (status < 400 && needsEntry(endpoint)) {
            waiting.add(done(endpoint, origin, uri, response));
        }
    }

    /** To a caller who sees a part of all things, those beyond it are answered like things that do not exist. */
    private static boolean isDenial(int status, String code, Actor actor, RecordedEndpoint endpoint) {
        boolean seesPart = actor.institution() != null || actor.region() != null;
        boolean mayBeBeyond = code.equals(ProblemType.NOT_FOUND.code()) && seesPart && !endpoint.isOpen();
        return REFUSED.contains(status) || mayBeBeyond;
    }

    private boolean needsEntry(RecordedEndpoint endpoint) {
        return endpoint.kind() != null
                && !recording.isAdded()
                && !(endpoint.isOpen() && recording.question().isEmpty());
    }

    private TrailEntry done(
            RecordedEndpoint endpoint, ActorAction origin, UriInfo uri, ContainerResponseContext response) {
        TrailKind kind = endpoint.kind();
        String subject = subject(uri, endpoint);
        if (kind == TrailKind.WRITE) {
            return trail.entryOfAnswer(kind, origin, TrailEntry.UNCHANGED, response.getStatus(), subject, null, null);
        }
        Question known = recording.question().orElse(new Question(null, null, null, null));
        String asked = Asked.of(uri.getRequestUri(), endpoint.parameters(), "");
        var question = new Question(asked, known.asOf(), known.onDay(), known.batch());
        return trail.entryOfAnswer(
                kind, origin, TrailEntry.DONE, response.getStatus(), subject, items(response), question);
    }

    /** The id or code of what the request is about; if it does not say, the one in its path. */
    private String subject(UriInfo uri, RecordedEndpoint endpoint) {
        return recording
                .subject()
                .or(() -> endpoint.subject(uri.getPathParameters()))
                .orElse(null);
    }

    private static Integer items(ContainerResponseContext response) {
        return response.getEntity() instanceof Page<?> page ? page.items().size() : null;
    }

    private static String code(ContainerResponseContext response) {
        return response.getEntity() instanceof ProblemBody problem
                ? problem.type().substring(problem.type().lastIndexOf('/') + 1)
                : Integer.toString(response.getStatus());
    }
}
