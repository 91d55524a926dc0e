package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import kz.qadam.load.ReadyInstances;

/** Several instances of each service on the backends of a suite, which come and go one at a time. */
final class ScaledServices implements AutoCloseable {

    private static final Duration TO_TAKE_OVER = Duration.ofSeconds(5);

    /** As a preStop hook of Kubernetes waits. */
    private static final Duration TO_BE_ANSWERED = Duration.ofSeconds(2);

    private final Suite suite;
    private final Path repository;
    private final Consumer<String> news;
    private final ReadyInstances ready = new ReadyInstances();
    private final Map<Service, Deque<ServiceInstance>> running = new EnumMap<>(Service.class);

    /** @param repository the source tree of the instances that are started first */
    ScaledServices(Suite suite, Path repository, Consumer<String> news) {
        this.suite = suite;
        this.repository = repository;
        this.news = news;
        for (Service service : Service.values()) {
            running.put(service, new ConcurrentLinkedDeque<>());
        }
    }

    ReadyInstances ready() {
        return ready;
    }

    /** The address of one of the instances. */
    URI anyOf(Service service) {
        return running.get(service).element().uri();
    }

    /** Starts instances of these services at the same time, and returns when they get requests. */
    void start(Collection<Service> some, int from, int to) throws IOException {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (Service service : some) {
            for (int number = from; number < to; number++) {
                int one = number;
                starts.add(CompletableFuture.runAsync(() -> startUnchecked(service, one), ScaledServices::inThread));
            }
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException reason ? reason.getCause() : new IOException(e);
        }
    }

    private static void inThread(Runnable work) {
        new Thread(work, "start-instance").start();
    }

    private void startUnchecked(Service service, int number) {
        try {
            start(service, number, repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Service service, int number, Path source) throws IOException {
        long began = System.nanoTime();
        ServiceInstance instance = suite.startInstance(service, number, source);
        running.get(service).add(instance);
        ready.add(service.code(), instance.uri(), instance::isReady);
        news.accept("%-14s ready after %.1f s".formatted(instance.name(), since(began)));
    }

    /**
     * Stops the instance that runs longest, while it still gets requests, and returns when others do its work.
     *
     * @throws IOException if it leaves behind what others have to wait for
     */
    void stopOldest(Service service) throws IOException {
        ServiceInstance instance = running.get(service).remove();
        Database database = suite.database(service);
        InstanceHoldings held = InstanceHoldings.of(instance, database);
        long began = System.nanoTime();
        stop(instance);
        double toEnd = since(began);
        List<String> left = held.leasesLeft(database);
        if (!left.isEmpty()) {
            throw new IOException("%s ended without giving up %s".formatted(instance.name(), left));
        }
        if (!Patience.until(() -> held.areTaken(database), () -> true, TO_TAKE_OVER)) {
            throw new IOException("No instance took over from " + instance.name());
        }
        news.accept("%-14s ended after %.1f s; %.1f s later others had taken over its %s"
                .formatted(instance.name(), toEnd, since(began) - toEnd, held));
    }

    /**
     * Replaces each instance of a service by one of another source tree, one at a time. Requests are kept away from an
     * instance before it is stopped, since earlier versions close their connections without notice.
     */
    void replace(Service service, Path source) throws IOException {
        for (ServiceInstance instance : List.copyOf(running.get(service))) {
            running.get(service).remove(instance);
            ready.remove(instance.uri());
            Patience.pause(TO_BE_ANSWERED);
            stop(instance);
            start(service, instance.number(), source);
        }
    }

    private void stop(ServiceInstance instance) throws IOException {
        boolean ended = instance.stop();
        ready.remove(instance.uri());
        if (!ended) {
            throw new IOException(instance.name() + " did not end when it was asked to");
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        ready.close();
        List<ServiceInstance> all = new ArrayList<>();
        running.values().forEach(all::addAll);
        all.parallelStream().forEach(ServiceInstance::close);
    }
}
