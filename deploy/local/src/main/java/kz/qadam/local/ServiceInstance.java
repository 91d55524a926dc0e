package kz.qadam.local;

import java.net.URI;
import java.time.Duration;

/** One of several instances of a service of a running suite. It is not started again when it ends. */
public final class ServiceInstance implements AutoCloseable {

    private static final Duration TO_BE_READY = Duration.ofMinutes(5);

    /** As long as Kubernetes waits before it kills a process. */
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final Service service;
    private final int number;
    private final Ports ports;
    private final ChildProcess child;

    ServiceInstance(Service service, int number, Ports ports, ChildProcess child) {
        this.service = service;
        this.number = number;
        this.ports = ports;
        this.child = child;
    }

    void awaitReady() throws CannotStart {
        if (!Patience.until(this::isReady, child::isAlive, TO_BE_READY)) {
            child.kill();
            throw new CannotStart(name() + " did not become ready: see its log");
        }
    }

    /** Its name, which belongs to no other instance at the same time. */
    public String name() {
        return Launches.instanceName(service.code(), number);
    }

    /** The service of which it is an instance. */
    public Service service() {
        return service;
    }

    int number() {
        return number;
    }

    /** Its public address. */
    public URI uri() {
        return ports.uri(service);
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        return HealthProbe.isReady(ports, service);
    }

    /** Asks it to stop, as a supervisor does; returns whether it ended by itself. */
    public boolean stop() {
        return child.stop("TERM", TO_END);
    }

    /** Kills it, as a machine without power does. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        stop();
    }
}
