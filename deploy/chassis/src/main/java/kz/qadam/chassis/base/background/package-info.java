/**
 * Background loops, and the lease that lets one of several instances do a piece of work. It knows nothing about the
 * work itself.
 */
package kz.qadam.chassis.base.background;
