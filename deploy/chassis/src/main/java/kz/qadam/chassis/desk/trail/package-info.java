/** The page on which auditors read the trail of a service. */
package kz.qadam.chassis.desk.trail;
