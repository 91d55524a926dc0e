package kz.qadam.load;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The instances of each service that take requests now. Like a load balancer, it asks each one again and again whether
 * it is ready, and gives the next request to the next ready one.
 */
public final class ReadyInstances implements AutoCloseable {

    private static final int BETWEEN_LOOKS_MILLIS = 200;

    private static final class Instance {

        private final String service;
        private final URI address;
        private final BooleanSupplier isReady;
        private volatile boolean ready;

        private Instance(String service, URI address, BooleanSupplier isReady) {
            this.service = service;
            this.address = address;
            this.isReady = isReady;
        }

        private void look() {
            ready = isReady.getAsBoolean();
        }
    }

    private final List<Instance> all = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    @SuppressWarnings("FutureReturnValueIgnored") // A look does not throw; without looks no instance would be ready.
    public ReadyInstances() {
        looks.scheduleWithFixedDelay(() -> all.forEach(Instance::look), 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Adds an instance, which gets requests whenever it is ready. */
    public void add(String service, URI address, BooleanSupplier isReady) {
        var instance = new Instance(service, address, isReady);
        instance.look();
        all.add(instance);
    }

    /** Removes an instance that has ended. */
    public void remove(URI address) {
        all.removeIf(instance -> instance.address.equals(address));
    }

    /**
     * The instance of a service that gets the next request.
     *
     * @throws ConnectException if none is ready: a load balancer refuses the connection then
     */
    URI next(String service) throws ConnectException {
        List<Instance> ready = all.stream()
                .filter(instance -> instance.service.equals(service) && instance.ready)
                .toList();
        if (ready.isEmpty()) {
            throw new ConnectException("No instance of " + service + " is ready");
        }
        int turn = turns.computeIfAbsent(service, first -> new AtomicInteger()).getAndIncrement();
        return ready.get(Math.floorMod(turn, ready.size())).address;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
