package kz.qadam.chassis.events.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service goes on after its database went back to a backup. */
@ConfigMapping(prefix = "qadam.restore")
public interface RestoreConfig {

    /**
     * True for a command: the service takes over what it has published and its database does not know, and ends, with exit
     * code 0; 3 if there is nothing to restore; 1 if it failed and changed nothing.
     */
    @WithDefault("false")
    boolean now();

    /**
     * Whether it also restores a database that lacks nothing of what Kafka has: Kafka may have gone back to the same instant,
     * but not what auditors and partners have read.
     */
    @WithDefault("false")
    boolean anyway();

    /**
     * How many transaction numbers are left out beyond those that are known to have been given: nobody knows how many the
     * database has given after it sealed its trail for the last time. Lists are in the order of these numbers.
     */
    @WithDefault("1000000")
    long numbersLeftOut();
}
