package kz.qadam.reporting.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;

/**
 * Limits the number of streams of an instance, of an address, and of a caller with a token for exact figures, to what the
 * configuration allows. Such callers have permits of their own, which the public cannot take.
 */
@Startup
@ApplicationScoped
class StreamLimit {

    private final ConcurrencyLimit<String> ofNetworks;
    private final ConcurrencyLimit<String> ofSites;
    private final ConcurrencyLimit<String> ofStaff;

    StreamLimit(StreamConfig config, MeterRegistry metrics) {
        this.ofNetworks = limit(config.most(), config.mostPerAddress(), "many-streams/address");
        this.ofSites = limit(config.most(), config.mostPerSite(), "many-streams/address");
        this.ofStaff = limit(config.mostOfStaff(), config.mostPerCaller(), "many-streams/caller");
        Gauge.builder("qadam.streams", this, StreamLimit::taken)
                .description("Live streams of figures that are open")
                .register(metrics);
    }

    private static ConcurrencyLimit<String> limit(int most, int mostOfOne, String ofOne) {
        return new ConcurrencyLimit<>(
                ConcurrencyLimit.Limit.of(most, "many-streams"), ConcurrencyLimit.Limit.of(mostOfOne, ofOne));
    }

    private long taken() {
        return ofNetworks.taken() + ofStaff.taken();
    }

    /**
     * Takes a permit.
     *
     * @param address of the caller, an IP address
     * @throws Problem 429 if the address or the caller has all permits that it may have, 503 if no permit is free
     */
    ConcurrencyLimit.Permit take(Caller caller, String address) {
        boolean isExact = AnswerHead.Audience.of(caller) == AnswerHead.Audience.exact
                || caller.region().isPresent();
        return isExact ? ofStaff.take(caller.subject()) : takeOfPublic(address);
    }

    private ConcurrencyLimit.Permit takeOfPublic(String address) {
        ConcurrencyLimit.Permit ofSite = ofSites.take(IpNetwork.site(address));
        try {
            ConcurrencyLimit.Permit ofNetwork = ofNetworks.take(IpNetwork.network(address));
            return () -> {
                ofNetwork.leave();
                ofSite.leave();
            };
        } catch (Problem e) {
            ofSite.leave();
            throw e;
        }
    }
}
