/**
 * Publishes what happened to completions and learners, and lets the office see what could not be sent or read. It uses the
 * outbox of the chassis; the packages of the domain add their events by it.
 */
package kz.qadam.progress.outbox;
