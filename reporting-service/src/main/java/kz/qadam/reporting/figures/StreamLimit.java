package kz.qadam.reporting.figures;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import kz.qadam.chassis.places.Places;
import kz.qadam.chassis.problem.Problem;

/** Counts the streams, in all and by address, so that there are never more than the configuration allows. */
@ApplicationScoped
class StreamLimit {

    private static final int NETWORK_BYTES = 8;

    private final Places<String> byNetwork;

    StreamLimit(StreamConfig config, MeterRegistry metrics) {
        this.byNetwork = new Places<>(
                Places.Limit.of(config.most(), "many-streams"),
                Places.Limit.of(config.mostPerAddress(), "many-streams/address"));
        metrics.gauge("qadam.streams", byNetwork, Places::taken);
    }

    /**
     * Takes a place.
     *
     * @param address of the caller, an IP address
     * @throws Problem 429 if the address has as many as it may have, 503 if all are taken
     */
    Places.Place take(String address) {
        return byNetwork.take(network(address));
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
