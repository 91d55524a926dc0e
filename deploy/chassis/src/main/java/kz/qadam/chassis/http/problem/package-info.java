/** Turns every failure of a request into problem details (RFC 9457), and refuses unreadable requests early. */
package kz.qadam.chassis.http.problem;
