package kz.qadam.reporting.figures;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/** Counts the streams, in all and by address, so that there are never more than the configuration allows. */
@ApplicationScoped
class StreamPlaces {

    /** A place for one stream. */
    interface Place {

        /** Gives it back; to do so again does nothing. */
        void leave();
    }

    private static final int NETWORK_BYTES = 8;

    private final StreamConfig config;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int taken;

    StreamPlaces(StreamConfig config, MeterRegistry metrics) {
        this.config = config;
        metrics.gauge("qadam.streams", this, StreamPlaces::taken);
    }

    /**
     * Takes a place.
     *
     * @param address of the caller, an IP address
     * @throws Problem 429 if the address has as many as it may have, 503 if all are taken
     */
    synchronized Place take(String address) {
        String network = network(address);
        if (byAddress.getOrDefault(network, 0) >= config.mostPerAddress()) {
            throw new Problem(ProblemType.TOO_MANY_REQUESTS, Text.of("many-streams/address", config.mostPerAddress()));
        }
        if (taken >= config.most()) {
            throw new Problem(ProblemType.UNAVAILABLE, Text.of("many-streams"));
        }
        taken++;
        byAddress.merge(network, 1, Integer::sum);
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(network);
            }
        };
    }

    private synchronized void leave(String network) {
        taken--;
        byAddress.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized int taken() {
        return taken;
    }

    /** Whoever has one IPv6 address has all of its network. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
