/**
 * What {@code deploy/witness} posts to a suite and asks of it, and how it compares two suites' answers. It knows the
 * public HTTP API and the names of Kafka's topics, and nothing of the services' code or tables.
 */
package kz.qadam.witness;
