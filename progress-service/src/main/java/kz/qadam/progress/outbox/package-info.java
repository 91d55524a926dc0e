/**
 * Publishes the events of this service, and shows the office the events that could not be sent or read. It uses the
 * outbox of the chassis; the packages of the domain add their events through it.
 */
package kz.qadam.progress.outbox;
