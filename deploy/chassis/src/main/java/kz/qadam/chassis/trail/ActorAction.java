package kz.qadam.chassis.trail;

import kz.qadam.chassis.http.security.Actor;

/**
 * Where an entry comes from: who did what. Unlike the request, it is still valid in a thread that writes for several
 * requests.
 *
 * @param action the method and path template of the endpoint, such as {@code POST /v1/things}, or a name of its own
 * @param actor null if nobody was verified
 */
public record ActorAction(String action, Actor actor) {}
