/**
 * The endpoints with which the programme office operates this service, for example parked events. It may use the
 * chassis, but no other package of this service.
 */
package kz.qadam.enrolment.operations;
