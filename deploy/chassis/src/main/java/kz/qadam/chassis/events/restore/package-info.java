/** The command by which a service goes on after its database went back to a backup. */
package kz.qadam.chassis.events.restore;
