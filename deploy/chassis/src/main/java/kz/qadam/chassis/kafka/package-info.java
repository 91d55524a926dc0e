/**
 * Carries events from the database to Kafka (transactional outbox and relay) and from Kafka into the database
 * (intake, dead letters). The package may use {@code background}, {@code database} and {@code process}, and knows no
 * event type; its resource for parked events also uses {@code batch}, {@code problem} and {@code security}.
 */
package kz.qadam.chassis.kafka;
