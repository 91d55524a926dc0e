package kz.qadam.chassis.trail;

import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import kz.qadam.chassis.http.security.Caller;

/** Adds an entry when a person logs in or out. */
@ApplicationScoped
class LoginEntries {

    private static final Map<SecurityEvent.Type, String> ACTIONS = Map.of(
            SecurityEvent.Type.OIDC_LOGIN, "login",
            SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED, "logout",
            SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED_SESSION_EXPIRED, "logout",
            SecurityEvent.Type.OIDC_BACKCHANNEL_LOGOUT_COMPLETED, "logout",
            SecurityEvent.Type.OIDC_FRONTCHANNEL_LOGOUT_COMPLETED, "logout");

    private final Trail trail;
    private final WaitingTrailEntries waiting;

    LoginEntries(Trail trail, WaitingTrailEntries waiting) {
        this.trail = trail;
        this.waiting = waiting;
    }

    void add(@Observes SecurityEvent event) {
        String action = ACTIONS.get(event.getEventType());
        if (action != null && event.getSecurityIdentity() != null) {
            Caller.of(event.getSecurityIdentity())
                    .actor(true)
                    .ifPresent(person -> waiting.add(trail.entryOfAnswer(
                            TrailKind.LOGIN,
                            new ActorAction(action, person),
                            TrailEntry.DONE,
                            null,
                            null,
                            null,
                            null)));
        }
    }
}
