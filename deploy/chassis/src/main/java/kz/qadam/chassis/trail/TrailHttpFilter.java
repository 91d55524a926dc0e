package kz.qadam.chassis.trail;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds an entry to the trail for each answered request that needs one and has none yet: what was done, and what was
 * denied to its caller. Requests that nobody was verified for are only counted.
 */
@ApplicationScoped
public class TrailHttpFilter {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final ConcurrentMap<Method, Map<Class<?>, CalledEndpoint>> endpoints = new ConcurrentHashMap<>();
    private final CurrentIdentityAssociation identities;
    private final Recording recording;
    private final Trail trail;
    private final WaitingTrailEntries waiting;
    private final Denials denials;
    private final RepeatedRequests repeated;
    private final EmptyListRequests polls;
    private final UnverifiedRequests unverified;

    TrailHttpFilter(
            CurrentIdentityAssociation identities,
            Recording recording,
            Trail trail,
            WaitingTrailEntries waiting,
            Denials denials,
            RepeatedRequests repeated,
            EmptyListRequests polls,
            UnverifiedRequests unverified) {
        this.identities = identities;
        this.recording = recording;
        this.trail = trail;
        this.waiting = waiting;
        this.denials = denials;
        this.repeated = repeated;
        this.polls = polls;
        this.unverified = unverified;
    }

    /**
     * Refuses a request that would show records of people if its entry could not be kept. Returns null to admit the
     * request.
     */
    @ServerRequestFilter
    public Uni<Response> begin(ContainerRequestContext request, ResourceInfo resource) {
        if (!hasShownWhoItIs(request)) {
            return null;
        }
        CalledEndpoint endpoint = endpoint(resource);
        recording.begin(endpoint);
        return endpoint.showsRecords() && waiting.isCrowded()
                ? identities
                        .getDeferredIdentity()
                        .onFailure()
                        .recoverWithNull()
                        .map(identity -> requirePlace(identity, endpoint))
                : null;
    }

    private Response requirePlace(SecurityIdentity identity, CalledEndpoint endpoint) {
        boolean hasPlace = identity == null
                || Caller.of(identity)
                        .actor(false)
                        .map(actor -> waiting.hasPlace(endpoint.kind(), new ActorAction(endpoint.action(), actor)))
                        .orElse(true);
        if (!hasPlace) {
            throw new Problem(ProblemType.UNAVAILABLE);
        }
        return null;
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

    private CalledEndpoint endpoint(ResourceInfo resource) {
        return endpoints
                .computeIfAbsent(resource.getResourceMethod(), method -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        resource.getResourceClass(), type -> CalledEndpoint.of(type, resource.getResourceMethod()));
    }

    private void add(
            SecurityIdentity identity, UriInfo uri, ContainerResponseContext response, CalledEndpoint endpoint) {
        int status = response.getStatus();
        if (identity == null || identity.isAnonymous()) {
            if (status == ProblemType.UNAUTHORIZED.status()) {
                unverified.count();
            }
            return;
        }
        Actor actor = Caller.of(identity).actor(recording.isSession()).orElseThrow();
        var origin = new ActorAction(endpoint.action(), actor);
        String code = code(response);
        if (isDenial(status, code, actor, endpoint)) {
            denials.add(new Denials.Denied(origin, code, status), subject(uri, endpoint));
        } else if (status < 400 && needsEntry(endpoint)) {
            addDone(endpoint, origin, uri, response);
        }
    }

    /** To a caller who sees a part of all things, those beyond it are answered like things that do not exist. */
    private static boolean isDenial(int status, String code, Actor actor, CalledEndpoint endpoint) {
        boolean seesPart = actor.institution() != null || actor.region() != null;
        boolean mayBeBeyond = code.equals(ProblemType.NOT_FOUND.code()) && seesPart && !endpoint.isOpen();
        return REFUSED.contains(status) || mayBeBeyond;
    }

    private boolean needsEntry(CalledEndpoint endpoint) {
        return endpoint.kind() != null
                && !recording.isAdded()
                && !(endpoint.isOpen() && recording.pointInTime().isEmpty());
    }

    private void addDone(CalledEndpoint endpoint, ActorAction origin, UriInfo uri, ContainerResponseContext response) {
        boolean isPoll =
                !uri.getQueryParameters().getOrDefault("cursor", List.of()).isEmpty();
        if (endpoint.kind() == TrailKind.READ && isPoll && AnsweredRecords.isNothing(response)) {
            polls.count(origin);
            return;
        }
        TrailKind kind = endpoint.kind();
        String subject = subject(uri, endpoint);
        RecordedQuestion question = kind == TrailKind.WRITE ? null : question(uri, endpoint);
        String asked = question == null ? null : question.asked();
        boolean isCounted = shown(kind, response, question)
                .map(shown -> new RepeatedRequests.Request(kind, origin, asked, subject, shown))
                .filter(request -> repeated.count(request, response.getStatus(), question))
                .isPresent();
        if (!isCounted) {
            String outcome = kind == TrailKind.WRITE ? TrailEntry.UNCHANGED : TrailEntry.DONE;
            waiting.add(trail.entryOfAnswer(
                    kind, origin, outcome, response.getStatus(), subject, AnsweredRecords.items(response), question));
        }
    }

    /** A digest of the records of people that an answer shows; empty if it shows some and does not say which. */
    private static Optional<String> shown(
            TrailKind kind, ContainerResponseContext response, RecordedQuestion question) {
        return switch (kind) {
            case READ -> AnsweredRecords.digest(response, question.asOf());
            case EXPORT -> Optional.empty();
            default -> Optional.of("");
        };
    }

    private RecordedQuestion question(UriInfo uri, CalledEndpoint endpoint) {
        RecordedQuestion known = recording.pointInTime().orElse(new RecordedQuestion(null, null, null, null));
        return new RecordedQuestion(
                Asked.of(uri.getRequestUri(), endpoint.parameters(), ""), known.asOf(), known.onDay(), known.batch());
    }

    /** The id or code of what the request is about; if it does not say, the one in its path. */
    private String subject(UriInfo uri, CalledEndpoint endpoint) {
        return recording
                .subject()
                .or(() -> endpoint.subject(uri.getPathParameters()))
                .orElse(null);
    }

    private static String code(ContainerResponseContext response) {
        return response.getEntity() instanceof ProblemBody problem
                ? problem.type().substring(problem.type().lastIndexOf('/') + 1)
                : Integer.toString(response.getStatus());
    }
}
