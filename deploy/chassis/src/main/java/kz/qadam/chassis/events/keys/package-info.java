/** The copies of the keys that another service owns, and when each key was used here last. */
package kz.qadam.chassis.events.keys;
