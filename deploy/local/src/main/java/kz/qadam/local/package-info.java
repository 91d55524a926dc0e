/**
 * The commands of {@code deploy/} that run the suite on one machine, and the PostgreSQL and Kafka for tests. The package
 * may use {@code demo} and {@code witness}, and starts the services as processes without using their code.
 */
package kz.qadam.local;
