package kz.qadam.chassis.events.kafka;

/** Publishes toys that are in the outbox already. */
final class ToyPublisher extends EventPublisher {

    ToyPublisher(String topic) {
        super(null, "toys", topic);
    }
}
