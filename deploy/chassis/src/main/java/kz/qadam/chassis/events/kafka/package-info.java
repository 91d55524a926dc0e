/**
 * Carries events from the database to Kafka (transactional outbox and relay) and from Kafka into the database (intake,
 * dead letters). Publishing begins at {@link kz.qadam.chassis.events.kafka.EventPublisher}, consuming at {@link
 * kz.qadam.chassis.events.kafka.EventConsumer}; {@link kz.qadam.chassis.events.kafka.KafkaStarter} starts both. It
 * knows no event type.
 */
package kz.qadam.chassis.events.kafka;
