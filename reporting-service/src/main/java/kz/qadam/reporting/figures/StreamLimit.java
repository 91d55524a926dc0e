package kz.qadam.reporting.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import kz.qadam.chassis.places.ConcurrencyLimit;
import kz.qadam.chassis.problem.Problem;

/** Limits the number of streams of an instance and of an address to what the configuration allows. */
@Startup
@ApplicationScoped
class StreamLimit {

    private static final int NETWORK_BYTES = 8;

    private final ConcurrencyLimit<String> byNetwork;

    StreamLimit(StreamConfig config, MeterRegistry metrics) {
        this.byNetwork = new ConcurrencyLimit<>(
                ConcurrencyLimit.Limit.of(config.most(), "many-streams"),
                ConcurrencyLimit.Limit.of(config.mostPerAddress(), "many-streams/address"));
        Gauge.builder("qadam.streams", byNetwork, ConcurrencyLimit::taken)
                .description("Live streams of figures that are open")
                .register(metrics);
    }

    /**
     * Takes a place.
     *
     * @param address of the caller, an IP address
     * @throws Problem 429 if the address has all places that it may have, 503 if no place is free
     */
    ConcurrencyLimit.Place take(String address) {
        return byNetwork.take(network(address));
    }

    /** The network of an IPv6 address, since its owner can use every address of the network. */
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
