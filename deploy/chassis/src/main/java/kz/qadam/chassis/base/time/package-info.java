/** The clock, and the local time of the country, in which days begin and end. */
package kz.qadam.chassis.base.time;
