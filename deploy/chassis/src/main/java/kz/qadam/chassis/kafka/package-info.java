/**
 * Carries events from the database to Kafka (transactional outbox and relay) and from Kafka into the database (intake,
 * dead letters). Publishing begins at {@link kz.qadam.chassis.kafka.Publisher}, consuming at {@link
 * kz.qadam.chassis.kafka.EventConsumer}; {@link kz.qadam.chassis.kafka.KafkaTraffic} starts both. The package may use
 * {@code background}, {@code database} and {@code process}, and knows no event type; its resource for parked events
 * also uses {@code batch}, {@code problem} and {@code security}.
 */
package kz.qadam.chassis.kafka;
