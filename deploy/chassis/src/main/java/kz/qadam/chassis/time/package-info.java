/** The clock, and the local time of the country, in which days begin and end. The package may use only the JDK. */
package kz.qadam.chassis.time;
