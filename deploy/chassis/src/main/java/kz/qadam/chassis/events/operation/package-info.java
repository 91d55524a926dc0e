/** What an operator of a service has to look after: events that wait for a decision, and the archive of the trail. */
package kz.qadam.chassis.events.operation;
