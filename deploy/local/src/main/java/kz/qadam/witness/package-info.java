/**
 * The requests that {@code deploy/checks/witness} sends to a suite, and the comparison of two suites' answers. The
 * package knows the public HTTP API and the names of Kafka's topics, and nothing about the services' code or tables.
 */
package kz.qadam.witness;
